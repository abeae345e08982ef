//! Two sets of facts → findings.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Facts, FieldFacts, OTHERS, OperationFacts};
use super::finding::{Finding, Kind, New};
use super::{rename, schema_facts};
use crate::yaml_index;

/// The differences between our schema and upstream's document.
pub fn contract(ours: &Facts, theirs: &Facts) -> Vec<Finding> {
    let mut compare = Compare {
        own_records: schema_facts::own_records(ours, theirs),
        their_values: all_values(theirs),
        gone: BTreeSet::new(),
        found: Vec::new(),
    };
    compare.operations(ours, theirs);
    compare.types(ours, theirs);
    compare.found
}

/// Changes of upstream between two of its documents. Items that the schema lacks are left out, because
/// they are findings already.
pub fn history(ours: &Facts, before: &Facts, now: &Facts) -> Vec<Finding> {
    let mut found = Vec::new();
    for (route, old) in &before.operations {
        let pair = now.operations.get(route).zip(ours.operations.get(route));
        let Some((new, own)) = pair else { continue };
        found.extend(edited(route, "", &old.prose, &new.prose));
        found.extend(edited_fields(route, &own.parameters, &old.parameters, &new.parameters));
    }
    for (name, old) in &before.types {
        let Some(own) = ours.types.get(name) else { continue };
        match now.types.get(name) {
            Some(new) => found.extend(edited_fields(name, own, old, new)),
            None => found.push(Finding::new(Kind::TypeHidden, name, "").between(name, "")),
        }
    }
    found
}

fn edited_fields(
    subject: &str,
    own: &BTreeMap<String, FieldFacts>,
    before: &BTreeMap<String, FieldFacts>,
    now: &BTreeMap<String, FieldFacts>,
) -> Vec<Finding> {
    let renamed = rename::pairs(before, now);
    let mut found = Vec::new();
    for (name, new) in now {
        let was = renamed.get(name.as_str()).copied().unwrap_or(name);
        let Some(old) = before.get(was) else { continue };
        let Some(own) = own.get(was).or_else(|| own.get(name)) else { continue };
        found.extend(edited(subject, name, &old.prose, &new.prose));
        found.extend(dropped_codes(subject, name, own, old, new));
    }
    found
}

fn edited(subject: &str, location: &str, old: &str, new: &str) -> Option<Finding> {
    let finding = || Finding::new(Kind::ProseChanged, subject, location).between(old, new);
    (old != new).then(finding)
}

/// Codes that this place had and others still have.
fn dropped_codes(
    subject: &str,
    name: &str,
    own: &FieldFacts,
    old: &FieldFacts,
    new: &FieldFacts,
) -> impl Iterator<Item = Finding> {
    let listed = !new.values.is_empty();
    let dropped = old.values.iter().filter(move |value| listed && !new.values.contains(value));
    dropped.filter(|value| own.values.contains(value)).map(move |value| {
        Finding::new(Kind::ValueHidden, subject, name).about(value).between(value, "")
    })
}

/// The rule for a side that does not mention a gateway.
pub const NO_RULE: &str = "no rule";

fn all_values(facts: &Facts) -> BTreeSet<String> {
    let parameters = facts.operations.values().flat_map(|operation| operation.parameters.values());
    let fields = facts.types.values().flat_map(BTreeMap::values);
    let answers = facts.operations.values().flat_map(|operation| operation.members.values());
    let mut values = BTreeSet::new();
    let mut pending: Vec<&FieldFacts> = parameters.chain(fields).chain(answers).collect();
    while let Some(field) = pending.pop() {
        values.extend(field.values.iter().cloned());
        pending.extend(field.members.values());
    }
    values
}

/// The kinds of findings about parameters or about members of records.
struct Words {
    added: Kind,
    hidden: Kind,
    renamed: Kind,
    documented: Kind,
}

const PARAMETER: Words = Words {
    added: Kind::ParameterAdded,
    hidden: Kind::ParameterHidden,
    renamed: Kind::ParameterRenamed,
    documented: Kind::ParameterDocumented,
};
const MEMBER: Words = Words {
    added: Kind::FieldAdded,
    hidden: Kind::FieldHidden,
    renamed: Kind::FieldRenamed,
    documented: Kind::FieldDocumented,
};

struct Compare {
    /// Records that only our schema names.
    own_records: BTreeMap<String, BTreeMap<String, FieldFacts>>,
    /// Every code in upstream's document.
    their_values: BTreeSet<String>,
    /// Codes already reported as hidden.
    gone: BTreeSet<(Vec<String>, String)>,
    found: Vec<Finding>,
}

impl Compare {
    fn operations(&mut self, ours: &Facts, theirs: &Facts) {
        for (route, operation) in &theirs.operations {
            match ours.operations.get(route) {
                Some(own) => self.operation(route, own, operation),
                None => {
                    let mut finding =
                        Finding::new(Kind::OperationAdded, route, "").between("", &operation.title);
                    finding.new = Some(New::Operation(Box::new(operation.clone())));
                    self.found.push(finding);
                }
            }
        }
        for (route, own) in &ours.operations {
            if !theirs.operations.contains_key(route) && own.undocumented_since.is_none() {
                self.push(Finding::new(Kind::OperationHidden, route, "").between(&own.title, ""));
            }
        }
    }

    fn operation(&mut self, route: &str, ours: &OperationFacts, theirs: &OperationFacts) {
        if let Some(since) = &ours.undocumented_since {
            let ours = format!("undocumented since {since}");
            self.push(
                Finding::new(Kind::OperationDocumented, route, "").between(ours, "documented"),
            );
        }
        self.gateway_list(route, &ours.gateways, &theirs.gateways);
        if !theirs.returns.is_empty() && !self.all_fit(&ours.returns, &theirs.returns) {
            let (ours, theirs) = (ours.returns.join(" or "), theirs.returns.join(" or "));
            self.push(Finding::new(Kind::ReturnsChanged, route, "").between(ours, theirs));
        }
        self.fields(route, &PARAMETER, &ours.parameters, &theirs.parameters);
        if let [ours] = ours.returns.as_slice() {
            self.spelled_out(ours, &theirs.members);
        }
    }

    fn all_fit(&self, ours: &[String], theirs: &[String]) -> bool {
        ours.len() == theirs.len()
            && ours.iter().zip(theirs).all(|(ours, theirs)| self.fits(ours, theirs))
    }

    fn gateway_list(&mut self, route: &str, ours: &[String], theirs: &[String]) {
        let all: BTreeSet<&String> = ours.iter().chain(theirs).collect();
        for gateway in all {
            let says =
                |list: &[String]| if list.contains(gateway) { "listed" } else { "not listed" };
            if ours.contains(gateway) != theirs.contains(gateway) {
                let finding = Finding::new(Kind::GatewayListChanged, route, "").about(gateway);
                self.push(finding.between(says(ours), says(theirs)));
            }
        }
    }

    fn types(&mut self, ours: &Facts, theirs: &Facts) {
        for (name, fields) in &theirs.types {
            match ours.types.get(name) {
                Some(own) => self.fields(name, &MEMBER, own, fields),
                None => {
                    let names = fields.keys().cloned().collect::<Vec<_>>().join(", ");
                    let mut finding = Finding::new(Kind::TypeAdded, name, "").between("", names);
                    let (members, users) = (fields.clone(), users_of(name, theirs));
                    finding.new = Some(New::Type { members, users });
                    self.push(finding);
                }
            }
        }
    }

    fn fields(
        &mut self,
        subject: &str,
        words: &Words,
        ours: &BTreeMap<String, FieldFacts>,
        theirs: &BTreeMap<String, FieldFacts>,
    ) {
        let renamed = rename::pairs(ours, theirs);
        for (name, field) in theirs {
            if let Some(own) = ours.get(name) {
                self.field(subject, name, words, own, field);
            } else if let Some(was) = renamed.get(name.as_str()) {
                self.renamed(subject, (was, name), words, &ours[*was], field);
            } else {
                let mut finding = Finding::new(words.added, subject, name).between("", &field.ty);
                let (fact, after) = (Box::new(field.clone()), siblings_before(name, field, theirs));
                finding.new = Some(New::Field { fact, after });
                self.push(finding);
            }
        }
        let is_renamed = |name: &String| renamed.values().any(|was| was == name);
        for (name, own) in ours {
            let kept = theirs.contains_key(name) || is_renamed(name);
            if !kept && own.undocumented_since.is_none() {
                self.push(Finding::new(words.hidden, subject, name).between(&own.ty, ""));
            }
        }
    }

    /// A rename, and all other differences of the renamed field.
    fn renamed(
        &mut self,
        subject: &str,
        (was, name): (&str, &str),
        words: &Words,
        ours: &FieldFacts,
        theirs: &FieldFacts,
    ) {
        let first = self.found.len();
        let sides = (yaml_index::field_name(was), yaml_index::field_name(name));
        self.push(Finding::new(words.renamed, subject, name).between(sides.0, sides.1));
        self.field(subject, name, words, ours, theirs);
        for finding in &mut self.found[first..] {
            finding.was = Some(was.to_owned());
        }
    }

    /// A record that only our schema names, against the members that upstream shows in its place.
    fn spelled_out(&mut self, ours: &str, theirs: &BTreeMap<String, FieldFacts>) {
        let name = ours.trim_matches(['[', ']']);
        let own = self.own_records.get(name).cloned();
        if let Some(own) = own.filter(|_| !theirs.is_empty()) {
            self.fields(name, &MEMBER, &own, theirs);
        }
    }

    fn field(
        &mut self,
        subject: &str,
        name: &str,
        words: &Words,
        ours: &FieldFacts,
        theirs: &FieldFacts,
    ) {
        let new = |kind| Finding::new(kind, subject, name);
        if let Some(since) = &ours.undocumented_since {
            let ours = format!("undocumented since {since}");
            self.push(new(words.documented).between(ours, "documented"));
        }
        if !self.fits(&ours.ty, &theirs.ty) {
            self.push(new(Kind::TypeChanged).between(&ours.ty, &theirs.ty));
        }
        // Whoever leaves out a part of the path calls another operation.
        if ours.required != theirs.required && !name.starts_with("path.") {
            let (ours, theirs) = (requiredness(ours), requiredness(theirs));
            self.push(new(Kind::RequirednessChanged).between(ours, theirs));
        }
        if ours.max != theirs.max {
            self.push(new(Kind::LengthChanged).between(shown(ours.max), shown(theirs.max)));
        }
        if (ours.minimum, ours.maximum) != (theirs.minimum, theirs.maximum) {
            self.push(new(Kind::RangeChanged).between(range(ours), range(theirs)));
        }
        self.values(subject, name, ours, theirs);
        self.gateway_rules(subject, name, ours, theirs);
        self.spelled_out(&ours.ty, &theirs.members);
    }

    /// One enumeration of ours can serve several places, of which each lists a part of it.
    fn values(&mut self, subject: &str, name: &str, ours: &FieldFacts, theirs: &FieldFacts) {
        if theirs.values.is_empty() {
            return;
        }
        if ours.values.is_empty() {
            let finding = Finding::new(Kind::ValueAdded, subject, name);
            self.push(finding.between(&ours.ty, theirs.values.join(", ")));
            return;
        }
        for value in &theirs.values {
            if !ours.values.contains(value) {
                self.push(
                    Finding::new(Kind::ValueAdded, subject, name).about(value).between("", value),
                );
            }
        }
        for value in &ours.values {
            let hidden = !self.their_values.contains(value);
            if hidden && self.gone.insert((ours.values.clone(), value.clone())) {
                self.push(
                    Finding::new(Kind::ValueHidden, subject, name).about(value).between(value, ""),
                );
            }
        }
    }

    fn gateway_rules(&mut self, subject: &str, name: &str, ours: &FieldFacts, theirs: &FieldFacts) {
        let in_prose = theirs.rules_in_prose;
        let (ours, theirs) = (telling(&ours.gateways), telling(&theirs.gateways));
        let gateways: BTreeSet<&String> = ours.keys().chain(theirs.keys()).copied().collect();
        for gateway in gateways {
            let says = |rules: &BTreeMap<&String, &String>| {
                rules.get(gateway).map_or(NO_RULE, |rule| rule.as_str()).to_owned()
            };
            // Rules that exist only in prose are for people to compare.
            let said_in_prose = in_prose && !theirs.contains_key(gateway);
            if !said_in_prose && ours.get(gateway) != theirs.get(gateway) {
                let finding = Finding::new(Kind::GatewayRuleChanged, subject, name).about(gateway);
                self.push(finding.between(says(&ours), says(&theirs)));
            }
        }
    }

    /// True if our type is the same as upstream's, or more precise.
    fn fits(&self, ours: &str, theirs: &str) -> bool {
        if let (Some(ours), Some(theirs)) = (item(ours), item(theirs)) {
            return self.fits(ours, theirs);
        }
        match theirs {
            _ if ours == theirs => true,
            "?" => true,
            "number" | "integer" => matches!(ours, "amount" | "integer" | "timestamp"),
            "object" => self.own_records.contains_key(ours),
            _ => false,
        }
    }

    fn push(&mut self, finding: Finding) {
        self.found.push(finding);
    }
}

/// The fields before a new field in upstream's document, the nearest first.
fn siblings_before(
    name: &str,
    field: &FieldFacts,
    all: &BTreeMap<String, FieldFacts>,
) -> Vec<String> {
    let inside =
        |name: &str| name.strip_suffix(yaml_index::field_name(name)).unwrap_or_default().to_owned();
    let is_before = |(other, fact): &(&String, &FieldFacts)| {
        fact.place < field.place && inside(other) == inside(name)
    };
    let mut before: Vec<_> = all.iter().filter(is_before).collect();
    before.sort_by_key(|(_, fact)| std::cmp::Reverse(fact.place));
    before.into_iter().map(|(other, _)| yaml_index::field_name(other).to_owned()).collect()
}

/// The operations that name a type, and then the types that do.
fn users_of(name: &str, facts: &Facts) -> Vec<String> {
    let names = |ty: &str| ty.trim_matches(['[', ']']) == name;
    let has = |fields: &BTreeMap<String, FieldFacts>| fields.values().any(|field| names(&field.ty));
    let operations = facts.operations.iter().filter(|(_, operation)| {
        has(&operation.parameters) || operation.returns.iter().any(|ty| names(ty))
    });
    let types = facts.types.iter().filter(|(other, members)| *other != name && has(members));
    operations.map(|(route, _)| route).chain(types.map(|(name, _)| name)).cloned().collect()
}

fn item(ty: &str) -> Option<&str> {
    ty.strip_prefix('[')?.strip_suffix(']')
}

/// The rules without redundant ones: "optional" is, if all other gateways are optional too.
fn telling(rules: &BTreeMap<String, String>) -> BTreeMap<&String, &String> {
    let restricted = rules.get(OTHERS).is_some_and(|others| others != "optional");
    rules.iter().filter(|(_, rule)| restricted || *rule != "optional").collect()
}

fn requiredness(field: &FieldFacts) -> &'static str {
    if field.required { "required" } else { "optional" }
}

fn shown(number: Option<u32>) -> String {
    number.map_or_else(|| "none".to_owned(), |number| number.to_string())
}

fn range(field: &FieldFacts) -> String {
    format!("{} to {}", shown(field.minimum), shown(field.maximum))
}
