//! The names of gateways in documentation.

use crate::emit::markdown::prose;
use crate::model::Gateway;

/// Gateways, separated by commas.
pub fn names<'a>(gateways: impl Iterator<Item = &'a Gateway>) -> String {
    gateways.map(named).collect::<Vec<_>>().join(", ")
}

/// A gateway's name and code.
pub fn named(gateway: &Gateway) -> String {
    format!("{} (`{}`)", prose(&gateway.name), gateway.code)
}
