//! Two sets of facts → findings.

mod gateways;
mod kinds;
mod limits;
mod new_items;

use std::collections::{BTreeMap, BTreeSet};

pub use gateways::NO_RULE;
use kinds::{Kinds, MEMBER, PARAMETER};
use limits::{range, requiredness, shown};
use new_items::{siblings_before, users_of};

use super::facts::{Facts, FieldFacts, OperationFacts};
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
        self.found.extend(gateways::lists(route, &ours.gateways, &theirs.gateways));
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
        kinds: &Kinds,
        ours: &BTreeMap<String, FieldFacts>,
        theirs: &BTreeMap<String, FieldFacts>,
    ) {
        let renamed = rename::pairs(ours, theirs);
        for (name, field) in theirs {
            if let Some(own) = ours.get(name) {
                self.field(subject, name, kinds, own, field);
            } else if let Some(was) = renamed.get(name.as_str()) {
                self.renamed(subject, (was, name), kinds, &ours[*was], field);
            } else {
                let mut finding = Finding::new(kinds.added, subject, name).between("", &field.ty);
                let (fact, after) = (Box::new(field.clone()), siblings_before(name, field, theirs));
                finding.new = Some(New::Field { fact, after });
                self.push(finding);
            }
        }
        let is_renamed = |name: &String| renamed.values().any(|was| was == name);
        for (name, own) in ours {
            let kept = theirs.contains_key(name) || is_renamed(name);
            if !kept && own.undocumented_since.is_none() {
                self.push(Finding::new(kinds.hidden, subject, name).between(&own.ty, ""));
            }
        }
    }

    /// A rename, and all other differences of the renamed field.
    fn renamed(
        &mut self,
        subject: &str,
        (was, name): (&str, &str),
        kinds: &Kinds,
        ours: &FieldFacts,
        theirs: &FieldFacts,
    ) {
        let first = self.found.len();
        let sides = (yaml_index::field_name(was), yaml_index::field_name(name));
        self.push(Finding::new(kinds.renamed, subject, name).between(sides.0, sides.1));
        self.field(subject, name, kinds, ours, theirs);
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
        kinds: &Kinds,
        ours: &FieldFacts,
        theirs: &FieldFacts,
    ) {
        let new = |kind| Finding::new(kind, subject, name);
        if let Some(since) = &ours.undocumented_since {
            let ours = format!("undocumented since {since}");
            self.push(new(kinds.documented).between(ours, "documented"));
        }
        if !self.fits(&ours.ty, &theirs.ty) {
            self.push(new(Kind::TypeChanged).between(&ours.ty, &theirs.ty));
        }
        // A missing part of the path would be another operation.
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
        self.found.extend(gateways::rules(subject, name, ours, theirs));
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

fn item(ty: &str) -> Option<&str> {
    ty.strip_prefix('[')?.strip_suffix(']')
}
