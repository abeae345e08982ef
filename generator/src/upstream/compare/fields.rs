//! Parameters, and members of records.

use std::collections::BTreeMap;

use super::compared_facts::ComparedFacts;
use super::gateways::Supporting;
use super::kinds::{Kinds, MEMBER, PARAMETER};
use super::limits::{or_none, range, requiredness};
use super::new_items::siblings_before;
use super::values::values;
use super::{gateways, settings, signature};
use crate::upstream::facts::{FieldFacts, FieldMap};
use crate::upstream::finding::{Finding, Kind, New};
use crate::upstream::rename;
use crate::yaml_index;

/// FieldMap by name.
pub type ByName<'f> = BTreeMap<String, &'f FieldFacts>;

/// The operation, type or inline object that has the fields.
pub struct Owner<'o> {
    /// The operation or type.
    subject: &'o str,
    /// The place of an object that is described in it: `body.extra.`
    prefix: String,
    kinds: &'o Kinds,
    supporting: Supporting<'o>,
}

impl<'o> Owner<'o> {
    /// An operation or a type.
    pub fn of(subject: &'o str, kinds: &'o Kinds) -> Self {
        Self { subject, prefix: String::new(), kinds, supporting: Supporting::default() }
    }

    /// An operation that some gateways support.
    pub fn supported(subject: &'o str, supporting: Supporting<'o>) -> Self {
        Self { supporting, ..Self::of(subject, &PARAMETER) }
    }

    /// An object inside it.
    pub fn inside(subject: &'o str, place: &str) -> Self {
        Self { prefix: format!("{place}."), ..Self::of(subject, &MEMBER) }
    }

    fn location(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    fn finding(&self, kind: Kind, name: &str) -> Finding {
        Finding::new(kind, self.subject, &self.location(name))
    }
}

/// The fields of a map.
pub fn by_name(fields: &FieldMap) -> ByName<'_> {
    fields.iter().map(|(name, field)| (name.clone(), field)).collect()
}

/// Compares the members of an object.
pub fn fields<'f>(
    comparison: &mut ComparedFacts<'f>,
    owner: &Owner<'_>,
    ours: &'f FieldMap,
    theirs: &'f FieldMap,
) {
    compare_fields(comparison, owner, &by_name(ours), &by_name(theirs));
}

/// Compares fields that are given by name.
pub fn compare_fields<'f>(
    comparison: &mut ComparedFacts<'f>,
    owner: &Owner<'_>,
    ours: &ByName<'f>,
    theirs: &ByName<'f>,
) {
    let renamed = rename::pairs(ours, theirs);
    for (name, their) in theirs {
        if let Some(own) = ours.get(name) {
            field(comparison, owner, name, own, their);
        } else if let Some((was, own)) = renamed.get(name).and_then(|was| ours.get_key_value(was)) {
            rename(comparison, owner, (was, name), own, their);
        } else {
            comparison.push(added(owner, name, their, theirs));
        }
    }
    for (name, own) in ours {
        let is_kept = theirs.contains_key(name) || renamed.values().any(|was| was == name);
        if !is_kept && own.undocumented_since.is_none() {
            comparison.push(owner.finding(owner.kinds.hidden, name).between(&own.ty, ""));
        }
    }
}

fn added(owner: &Owner<'_>, name: &str, field: &FieldFacts, all: &ByName<'_>) -> Finding {
    let finding = owner.finding(owner.kinds.added, name);
    let mut finding = finding.between("", signature::of_field(field));
    let mut fact = Box::new(field.clone());
    fact.gateways.retain(|gateway, _| owner.supporting.contains(gateway));
    finding.new = Some(New::Field { fact, after: siblings_before(name, field, all) });
    finding
}

/// A rename, and all other differences of the renamed field.
fn rename<'f>(
    comparison: &mut ComparedFacts<'f>,
    owner: &Owner<'_>,
    (was, name): (&str, &str),
    ours: &'f FieldFacts,
    theirs: &'f FieldFacts,
) {
    let first = comparison.found.len();
    let sides = (yaml_index::field_name(was), yaml_index::field_name(name));
    comparison.push(owner.finding(owner.kinds.renamed, name).between(sides.0, sides.1));
    field(comparison, owner, name, ours, theirs);
    for finding in comparison.found.iter_mut().skip(first) {
        finding.was = Some(owner.location(was));
    }
}

fn field<'f>(
    comparison: &mut ComparedFacts<'f>,
    owner: &Owner<'_>,
    name: &str,
    ours: &'f FieldFacts,
    theirs: &'f FieldFacts,
) {
    let location = owner.location(name);
    let at = (owner.subject, location.as_str());
    if let Some(since) = &ours.undocumented_since {
        let ours = format!("undocumented since {since}");
        comparison.push(owner.finding(owner.kinds.documented, name).between(ours, "documented"));
    }
    if !comparison.fits(&ours.ty, &theirs.ty) {
        let theirs = signature::of_type(theirs);
        comparison.push(owner.finding(Kind::TypeChanged, name).between(&ours.ty, theirs));
    }
    comparison.found.extend(limits(owner, name, ours, theirs));
    values(comparison, at, ours, theirs);
    let supporting = (!comparison.is_strict).then_some(owner.supporting);
    comparison.found.extend(gateways::rules(at, ours, theirs, supporting));
    if comparison.is_strict {
        comparison.found.extend(settings::of_fields(at, ours, theirs));
    }
    if comparison.is_strict && ours.ty == theirs.ty {
        let inside = Owner::inside(owner.subject, &location);
        fields(comparison, &inside, &ours.members, &theirs.members);
    }
    comparison.use_record(&ours.ty, format!("{} {location}", owner.subject), &theirs.members);
}

fn limits(owner: &Owner<'_>, name: &str, ours: &FieldFacts, theirs: &FieldFacts) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut push = |kind, ours: String, theirs: String| {
        if ours != theirs {
            found.push(owner.finding(kind, name).between(ours, theirs));
        }
    };
    // A missing part of the path would be another operation.
    if !name.starts_with("path.") {
        let (ours, theirs) = (requiredness(ours), requiredness(theirs));
        push(Kind::RequirednessChanged, ours.to_owned(), theirs.to_owned());
    }
    push(Kind::LengthChanged, or_none(ours.max), or_none(theirs.max));
    push(Kind::RangeChanged, range(ours), range(theirs));
    found
}
