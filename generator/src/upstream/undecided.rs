//! Findings about types that are `TODO` in the schema: `check` reports these until a person has chosen one.

use super::finding::{Finding, Kind};
use crate::syntax::TODO;
use crate::syntax::yaml::Node;
use crate::yaml_index::{YamlIndex, child, items, scalar};

/// True if a finding is about a type that a person has still to choose.
pub fn is_undecided(finding: &Finding, index: &YamlIndex) -> bool {
    let operation = || index.subject(&finding.subject);
    let (entry, key) = match finding.kind {
        Kind::ReturnsChanged => (operation(), "returns"),
        Kind::FieldAdded if finding.location == "response.200.error" => (operation(), "error"),
        Kind::TypeChanged | Kind::ValueAdded => {
            (index.field(&finding.subject, &finding.location), "type")
        }
        _ => return false,
    };
    entry.and_then(|entry| child(entry.value, key)).is_some_and(is_to_do)
}

/// `TODO` or `[TODO]`
fn is_to_do(ty: &Node) -> bool {
    scalar(items(ty).first().unwrap_or(ty)) == Some(TODO)
}
