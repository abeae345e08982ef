//! The documentation of explicit omissions.

use super::comment::Docs;
use crate::emit::markdown::prose;
use crate::model::{ExplicitOmission, Field, Item};
use crate::phrases;

/// The documentation of an explicit omission, with its risk.
pub fn explicit_omission(field: &Field, omission: &ExplicitOmission) -> Docs {
    let risk = phrases::risk(omission.risk);
    let wire = &field.wire;
    Docs::new(&format!("Explicit choice between a value for `{wire}` and its omission: omitting it by accident {risk}."))
        .paragraph(&prose(&field.title))
}

/// The meaning of omitting a field.
pub fn left_out(field: &Field) -> String {
    field.omitted.as_ref().map(|omitted| prose(&omitted.means)).unwrap_or_default()
}

/// The values that the runtime rejects where omission is explicit.
pub fn refused(field: &Field) -> &'static str {
    match (field.ty.list, field.ty.item) {
        (true, _) => "An empty list is rejected: the server would treat it as omitted.",
        (_, Item::Amount | Item::Integer) => "0 is rejected: the server would treat it as omitted.",
        _ => "An empty value is rejected: the server would treat it as omitted.",
    }
}
