//! Codes.

use super::compared_facts::ComparedFacts;
use crate::upstream::facts::FieldFacts;
use crate::upstream::finding::{Finding, Kind};

/// Compares the codes of a field.
pub fn values(
    comparison: &mut ComparedFacts<'_>,
    (subject, location): (&str, &str),
    ours: &FieldFacts,
    theirs: &FieldFacts,
) {
    let new = |kind| Finding::new(kind, subject, location);
    if ours.values.is_empty() && !theirs.values.is_empty() {
        let codes = theirs.values.join(", ");
        comparison.push(new(Kind::ValueAdded).between(&ours.ty, codes));
        return;
    }
    for value in theirs.values.iter().filter(|value| !ours.values.contains(value)) {
        comparison.push(new(Kind::ValueAdded).about(value).between("", value));
    }
    let gone: Vec<&String> =
        ours.values.iter().filter(|value| is_gone(comparison, value, ours, theirs)).collect();
    for value in gone {
        comparison.push(new(Kind::ValueHidden).about(value).between(value, ""));
    }
}

/// One enumeration of ours can serve several places, of which each lists a part of it.
fn is_gone(
    comparison: &mut ComparedFacts<'_>,
    value: &String,
    ours: &FieldFacts,
    theirs: &FieldFacts,
) -> bool {
    if comparison.is_strict {
        return !theirs.values.contains(value);
    }
    let is_listed = theirs.values.is_empty() || comparison.their_values.contains(value);
    !is_listed && comparison.gone.insert((ours.values.clone(), value.clone()))
}
