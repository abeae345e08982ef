//! The names of gateways in documentation.

use crate::emit::markdown::prose;
use crate::model::Gateway;

/// The longest list of gateways with their Korean names; those of a longer one are in the table of codes.
const MAX_NAMED: usize = 3;

/// Gateways, separated by commas.
pub fn names<'a>(gateways: impl Iterator<Item = &'a Gateway>) -> String {
    let gateways: Vec<_> = gateways.collect();
    let name = if gateways.len() > MAX_NAMED { coded } else { named };
    gateways.into_iter().map(name).collect::<Vec<_>>().join(", ")
}

fn coded(gateway: &Gateway) -> String {
    format!("`{}`", gateway.code)
}

/// A gateway's name and code.
pub fn named(gateway: &Gateway) -> String {
    format!("{} (`{}`)", prose(&gateway.name), gateway.code)
}
