//! The state of a comparison.

use std::collections::BTreeSet;

use crate::upstream::facts::{Facts, FieldFacts, FieldMap};
use crate::upstream::finding::Finding;

/// A comparison of two sets of facts.
pub struct ComparedFacts<'f> {
    /// True for two documents of upstream: there, every difference counts.
    pub is_strict: bool,
    /// The earlier document, or our schema.
    pub ours: &'f Facts,
    /// Upstream's document.
    pub theirs: &'f Facts,
    /// Places that have a record of ours, where upstream shows its members.
    pub uses: Vec<RecordUse<'f>>,
    /// Every code in upstream's document.
    pub their_values: BTreeSet<String>,
    /// Codes already reported as hidden, each with the others of its enumeration.
    pub gone: BTreeSet<(Vec<String>, String)>,
    /// The findings.
    pub found: Vec<Finding>,
}

/// A use of a record that only our schema names.
pub struct RecordUse<'f> {
    /// Its name.
    pub record: &'f str,
    /// The operation or type, and the place in it: `POST /vbanks body.extra`.
    pub place: String,
    /// The members that upstream shows there.
    pub members: &'f FieldMap,
}

impl<'f> ComparedFacts<'f> {
    /// Our schema against a document of upstream's.
    pub fn with_upstream(ours: &'f Facts, theirs: &'f Facts) -> Self {
        Self {
            is_strict: false,
            ours,
            theirs,
            uses: Vec::new(),
            their_values: all_values(theirs),
            gone: BTreeSet::new(),
            found: Vec::new(),
        }
    }

    /// Two documents of upstream.
    pub fn of_documents(before: &'f Facts, now: &'f Facts) -> Self {
        Self { is_strict: true, ..Self::with_upstream(before, now) }
    }

    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        self.found.push(finding);
    }

    /// The name and the members of a record that only our schema names; upstream shows it in place.
    pub fn own_record(&self, ty: &str) -> Option<(&'f str, &'f FieldMap)> {
        let (name, members) = self.ours.types.get_key_value(item(ty))?;
        (!self.is_strict && !self.theirs.types.contains_key(name)).then_some((name, members))
    }

    /// Notes the members that upstream shows in the place of a record of ours.
    pub fn use_record(&mut self, ty: &str, place: String, members: &'f FieldMap) {
        if let Some((record, _)) = self.own_record(ty).filter(|_| !members.is_empty()) {
            self.uses.push(RecordUse { record, place, members });
        }
    }

    /// True if our type is the same as upstream's, or more precise.
    pub fn fits(&self, ours: &str, theirs: &str) -> bool {
        if ours == theirs || self.is_strict {
            return ours == theirs;
        }
        if let (Some(ours), Some(theirs)) = (of_list(ours), of_list(theirs)) {
            return self.fits(ours, theirs);
        }
        match theirs {
            "?" => true,
            "number" | "integer" => matches!(ours, "amount" | "integer" | "timestamp"),
            "object" => !ours.starts_with('[') && self.own_record(ours).is_some(),
            _ => false,
        }
    }
}

fn item(ty: &str) -> &str {
    ty.trim_matches(['[', ']'])
}

fn of_list(ty: &str) -> Option<&str> {
    ty.strip_prefix('[')?.strip_suffix(']')
}

fn all_values(facts: &Facts) -> BTreeSet<String> {
    let operations = facts.operations.values();
    let responses = operations.clone().flat_map(|operation| operation.responses.values());
    let inline =
        responses.flat_map(|response| response.members.values().chain(response.beside.values()));
    let parameters = operations.flat_map(|operation| operation.parameters.values());
    let fields = facts.types.values().flat_map(|fields| fields.values());
    let mut values = BTreeSet::new();
    let mut pending: Vec<&FieldFacts> = parameters.chain(fields).chain(inline).collect();
    while let Some(field) = pending.pop() {
        values.extend(field.values.iter().cloned());
        pending.extend(field.members.values());
    }
    values
}
