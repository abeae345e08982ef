//! The codes of an enumeration, compared with the tables of its pages.

use super::{Page, Sides};
use crate::model::{Enumeration, EnumValue, Type};
use crate::upstream::finding::{Finding, Kind};
use crate::upstream::pages::facts::CodeRow;
use crate::upstream::pages::{label, suggestion};

/// The differences of one enumeration from all of its pages.
pub fn compare<'p>(
    sides: &Sides<'_>,
    ty: &Type,
    codes: &Enumeration,
    pages: impl Iterator<Item = &'p Page<'p>>,
) -> Result<Vec<Finding>, String> {
    let pages: Vec<_> = pages.collect();
    if let Some(page) = pages.iter().find(|page| page.entry.code.is_none()) {
        return Err(format!("pages.yaml: `{}` has no `code`, but `{}` has `values`", page.name, ty.docs_name));
    }
    let rows = || pages.iter().flat_map(|page| &page.facts.codes);
    let mut found: Vec<_> = rows().filter_map(|row| row_finding(ty, codes, row)).collect();
    let is_listed = |value: &EnumValue| rows().any(|row| row.code == value.code);
    let is_described = |value: &EnumValue| is_gateway(sides, ty) && sides.gateways.contains(&value.code);
    let hidden = codes.values.iter().filter(|value| !is_listed(value) && !is_described(value));
    found.extend(hidden.map(|value| hidden_code(ty, &value.code)));
    Ok(found)
}

/// A code that is no longer on a page.
pub fn hidden_code(ty: &Type, code: &str) -> Finding {
    Finding::new(Kind::ValueHidden, &ty.docs_name, "").about(code).between(code, "")
}

fn is_gateway(sides: &Sides<'_>, ty: &Type) -> bool {
    let gateways = sides.api.gateways.map(|id| sides.api.ty(id));
    gateways.is_some_and(|gateways| gateways.docs_name == ty.docs_name)
}

fn row_finding(ty: &Type, codes: &Enumeration, row: &CodeRow) -> Option<Finding> {
    match codes.values.iter().find(|value| value.code == row.code) {
        None => Some(new_code(ty, &row.code, &row.label)),
        Some(value) => other_label(ty, value, &row.label),
    }
}

/// A code that our enumeration lacks; the label is empty if it is not known.
pub fn new_code(ty: &Type, code: &str, label: &str) -> Finding {
    let mut finding = Finding::new(Kind::ValueAdded, &ty.docs_name, "").about(code);
    finding = finding.between("", if label.is_empty() { code } else { label });
    finding.suggestion = suggestion::value(code, label);
    finding
}

/// A label that differs from our title; none if it fits.
pub fn other_label(ty: &Type, value: &EnumValue, label: &str) -> Option<Finding> {
    if label.is_empty() || label::fits(label, &value.title) {
        return None;
    }
    // The id names the label: a suppression of a misprint must not hide a new name.
    let detail = format!("{} {label}", value.code);
    let mut finding = Finding::new(Kind::LabelChanged, &ty.docs_name, "").about(&detail);
    finding = finding.between(&value.title, label);
    finding.suggestion = suggestion::title(label);
    Some(finding)
}
