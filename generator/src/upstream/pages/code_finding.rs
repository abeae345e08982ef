//! Findings about codes.

use super::{label, suggestion};
use crate::model::{EnumValue, Type};
use crate::syntax::TODO;
use crate::upstream::finding::{Finding, Kind};

/// A code that our enumeration lacks; the label is empty if it is not known.
pub fn new_code(ty: &Type, code: &str, label: &str) -> Finding {
    let theirs = if label.is_empty() { code } else { label };
    let finding = Finding::new(Kind::ValueAdded, &ty.docs_name, "").about(code);
    suggesting(finding.between("", theirs), suggestion::value(code, label))
}

/// A label whose standard code no page shows.
pub fn unknown_code(ty: &Type, label: &str) -> Finding {
    let finding = Finding::new(Kind::ValueAdded, &ty.docs_name, "").about(label);
    suggesting(finding.between("", label), suggestion::value(TODO, label))
}

/// A code that is no longer on a page.
pub fn hidden_code(ty: &Type, code: &str) -> Finding {
    Finding::new(Kind::ValueHidden, &ty.docs_name, "").about(code).between(code, "")
}

/// A label that differs from our title; none if it fits.
pub fn other_label(ty: &Type, value: &EnumValue, label: &str) -> Option<Finding> {
    if label.is_empty() || label::fits(label, &value.title) {
        return None;
    }
    // The id contains the label: the suppression of a misprint must not hide a new name.
    let detail = format!("{} {label}", value.code);
    let finding = Finding::new(Kind::LabelChanged, &ty.docs_name, "").about(&detail);
    Some(suggesting(finding.between(&value.title, label), suggestion::title(label)))
}

/// A difference of a code at a gateway: the standard code, ours and theirs.
pub fn gateway_code(
    ty: &Type,
    kind: Kind,
    gateway: &str,
    (standard, ours, theirs): (&str, &str, &str),
) -> Finding {
    let finding = Finding::new(kind, &ty.docs_name, gateway).about(standard).between(ours, theirs);
    if theirs.is_empty() {
        return finding;
    }
    suggesting(finding, suggestion::gateway_code(standard, theirs))
}

/// A list of gateways that have no table.
pub fn table_added<'c>(
    ty: &Type,
    heading: &str,
    codes: impl Iterator<Item = (&'c str, &'c str)>,
) -> Finding {
    let finding = Finding::new(Kind::GatewayTableAdded, &ty.docs_name, "").about(heading);
    suggesting(finding.between("", heading), suggestion::table(heading, codes))
}

/// A table whose list is no longer on the page.
pub fn table_hidden(ty: &Type, gateway: &str, heading: &str) -> Finding {
    Finding::new(Kind::GatewayTableHidden, &ty.docs_name, gateway).between(heading, "")
}

/// A list with the same codes under another heading.
pub fn renamed_list(ty: &Type, gateway: &str, ours: &str, theirs: &str) -> Finding {
    let finding = Finding::new(Kind::LabelChanged, &ty.docs_name, gateway).about(theirs);
    suggesting(finding.between(ours, theirs), suggestion::heading(theirs, gateway))
}

fn suggesting(mut finding: Finding, suggestion: String) -> Finding {
    finding.suggestion = suggestion;
    finding
}
