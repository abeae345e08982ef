//! Two sets of facts → findings.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Facts, Field, OTHERS, Operation};
use super::finding::{Finding, Kind};
use super::ours;

/// What our schema and upstream's document say differently.
pub fn contract(ours: &Facts, theirs: &Facts) -> Vec<Finding> {
    let mut compare = Compare {
        own_records: ours::own_records(ours, theirs),
        their_values: all_values(theirs),
        gone: BTreeSet::new(),
        found: Vec::new(),
    };
    compare.operations(ours, theirs);
    compare.types(ours, theirs);
    compare.found
}

/// What upstream itself changed between two documents and only such a pair can show.
pub fn history(before: &Facts, now: &Facts) -> Vec<Finding> {
    let mut found = Vec::new();
    for (route, old) in &before.operations {
        let Some(new) = now.operations.get(route) else { continue };
        found.extend(edited(route, "", &old.prose, &new.prose));
        found.extend(edited_fields(route, &old.parameters, &new.parameters));
    }
    for (name, old) in &before.types {
        match now.types.get(name) {
            Some(new) => found.extend(edited_fields(name, old, new)),
            None => found.push(Finding::new(Kind::TypeHidden, name, "").between(name, "")),
        }
    }
    found
}

fn edited_fields(
    subject: &str,
    old: &BTreeMap<String, Field>,
    new: &BTreeMap<String, Field>,
) -> Vec<Finding> {
    let pairs = old.iter().filter_map(|(name, old)| new.get(name).map(|new| (name, old, new)));
    pairs.filter_map(|(name, old, new)| edited(subject, name, &old.prose, &new.prose)).collect()
}

fn edited(subject: &str, location: &str, old: &str, new: &str) -> Option<Finding> {
    let finding = || Finding::new(Kind::ProseChanged, subject, location).between(old, new);
    (old != new).then(finding)
}

fn all_values(facts: &Facts) -> BTreeSet<String> {
    let parameters = facts.operations.values().flat_map(|operation| operation.parameters.values());
    let fields = facts.types.values().flat_map(BTreeMap::values);
    parameters.chain(fields).flat_map(|field| field.values.iter().cloned()).collect()
}

/// The words for the two places where fields stand.
struct Words {
    added: Kind,
    hidden: Kind,
    documented: Kind,
}

const PARAMETER: Words = Words {
    added: Kind::ParameterAdded,
    hidden: Kind::ParameterHidden,
    documented: Kind::ParameterDocumented,
};
const MEMBER: Words =
    Words { added: Kind::FieldAdded, hidden: Kind::FieldHidden, documented: Kind::FieldDocumented };

struct Compare {
    /// Records that only our schema names.
    own_records: BTreeSet<String>,
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
                    finding.operation = Some(Box::new(operation.clone()));
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

    fn operation(&mut self, route: &str, ours: &Operation, theirs: &Operation) {
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
                    let members = fields.keys().cloned().collect::<Vec<_>>().join(", ");
                    self.push(Finding::new(Kind::TypeAdded, name, "").between("", members));
                }
            }
        }
    }

    fn fields(
        &mut self,
        subject: &str,
        words: &Words,
        ours: &BTreeMap<String, Field>,
        theirs: &BTreeMap<String, Field>,
    ) {
        for (name, field) in theirs {
            match ours.get(name) {
                Some(own) => self.field(subject, name, words, own, field),
                None => {
                    let finding = Finding::new(words.added, subject, name);
                    self.push_with(finding.between("", &field.ty), field);
                }
            }
        }
        for (name, own) in ours {
            if !theirs.contains_key(name) && own.undocumented_since.is_none() {
                let finding = Finding::new(words.hidden, subject, name);
                self.push_with(finding.between(&own.ty, ""), own);
            }
        }
    }

    fn field(&mut self, subject: &str, name: &str, words: &Words, ours: &Field, theirs: &Field) {
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
    }

    /// One enumeration of ours can serve several places, of which each lists a part of it.
    fn values(&mut self, subject: &str, name: &str, ours: &Field, theirs: &Field) {
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

    fn gateway_rules(&mut self, subject: &str, name: &str, ours: &Field, theirs: &Field) {
        let (ours, theirs) = (telling(&ours.gateways), telling(&theirs.gateways));
        let gateways: BTreeSet<&String> = ours.keys().chain(theirs.keys()).copied().collect();
        for gateway in gateways {
            let says = |rules: &BTreeMap<&String, &String>| {
                rules.get(gateway).map_or("no rule".to_owned(), |rule| (*rule).clone())
            };
            if ours.get(gateway) != theirs.get(gateway) {
                let finding = Finding::new(Kind::GatewayRuleChanged, subject, name).about(gateway);
                self.push(finding.between(says(&ours), says(&theirs)));
            }
        }
    }

    /// Whether our type says what upstream's does, and perhaps more.
    fn fits(&self, ours: &str, theirs: &str) -> bool {
        if let (Some(ours), Some(theirs)) = (item(ours), item(theirs)) {
            return self.fits(ours, theirs);
        }
        match theirs {
            "?" => true,
            "number" => matches!(ours, "amount" | "integer"),
            "integer" => matches!(ours, "amount" | "integer" | "timestamp"),
            "object" => self.own_records.contains(ours),
            theirs => ours == theirs,
        }
    }

    fn push(&mut self, finding: Finding) {
        self.found.push(finding);
    }

    fn push_with(&mut self, mut finding: Finding, fact: &Field) {
        finding.fact = Some(Box::new(fact.clone()));
        self.push(finding);
    }
}

fn item(ty: &str) -> Option<&str> {
    ty.strip_prefix('[')?.strip_suffix(']')
}

/// "Optional" says nothing where all the others are optional too.
fn telling(rules: &BTreeMap<String, String>) -> BTreeMap<&String, &String> {
    let restricted = rules.get(OTHERS).is_some_and(|others| others != "optional");
    rules.iter().filter(|(_, rule)| restricted || *rule != "optional").collect()
}

fn requiredness(field: &Field) -> &'static str {
    if field.required { "required" } else { "optional" }
}

fn shown(number: Option<u32>) -> String {
    number.map_or_else(|| "none".to_owned(), |number| number.to_string())
}

fn range(field: &Field) -> String {
    format!("{} to {}", shown(field.minimum), shown(field.maximum))
}
