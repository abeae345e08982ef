//! Codes that differ by gateway.

use super::gateway::Gateway;
use super::type_ref::{Item, TypeId, TypeRef};

/// The codes of an enumeration at single gateways.
#[derive(Clone, Debug)]
pub struct GatewayCodes {
    /// The enumeration of the standard codes.
    pub of: TypeId,
    /// The enumeration of the gateways.
    pub gateways: TypeId,
    /// The tables; no gateway is in two of them.
    pub tables: Vec<GatewayCodeTable>,
}

/// The codes of some gateways.
#[derive(Clone, Debug)]
pub struct GatewayCodeTable {
    /// The gateways that use these codes.
    pub gateways: Vec<Gateway>,
    /// Standard codes, each with the gateways' own code; both are unique.
    pub codes: Vec<(String, String)>,
}

impl GatewayCodes {
    /// The enumerations of the standard codes and of the gateways.
    pub fn refs(&self) -> Vec<TypeRef> {
        let named = |id| TypeRef { item: Item::Named(id), list: false };
        vec![named(self.of), named(self.gateways)]
    }

    /// The first code of the first table.
    pub fn first(&self) -> Option<&str> {
        self.tables.first()?.codes.first().map(|(_, own)| own.as_str())
    }
}
