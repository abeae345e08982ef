//! The codes of an enumeration, compared with the tables of its pages.

use super::code_finding::{hidden_code, new_code, other_label};
use super::facts::CodeRow;
use super::sides::Sides;
use crate::model::{EnumValue, Enumeration, Type};
use crate::upstream::finding::Finding;

/// The differences of one enumeration from all of its pages.
pub fn compare(sides: &Sides<'_>, ty: &Type, codes: &Enumeration) -> Vec<Finding> {
    let rows = || sides.pages_of(ty).flat_map(|page| &page.facts.codes);
    let mut found: Vec<_> = rows().filter_map(|row| compare_row(ty, codes, row)).collect();
    let is_listed = |value: &EnumValue| rows().any(|row| row.code == value.code);
    let described = sides.described(ty);
    let is_known = |value: &EnumValue| is_listed(value) || described.contains(value.code.as_str());
    let hidden = codes.values.iter().filter(|value| !is_known(value));
    found.extend(hidden.map(|value| hidden_code(ty, &value.code)));
    found
}

fn compare_row(ty: &Type, codes: &Enumeration, row: &CodeRow) -> Option<Finding> {
    match codes.values.iter().find(|value| value.code == row.code) {
        None => Some(new_code(ty, &row.code, &row.label)),
        Some(value) => other_label(ty, value, &row.label),
    }
}
