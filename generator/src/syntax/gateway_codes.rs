//! The codes of an enumeration at single gateways, as the docs list them: one table for the
//! gateways that share it.

use schemars::JsonSchema;

use super::mapping::Mapping;
use super::names::{EnumerationName, GatewayCode, Named, StandardCode};
use super::read::Read;
use super::values::{Entries, Text};
use super::yaml::Node;
use crate::diagnostics::Log;

/// A code that differs by gateway.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GatewayCodes {
    /// The enumeration of the standard codes.
    #[schemars(with = "EnumerationName")]
    pub of: Text,
    /// The tables of the gateways.
    #[schemars(length(min = 1))]
    pub tables: Vec<GatewayCodeTable>,
}

impl Read for GatewayCodes {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "the codes of gateways", log)?;
        let (of, tables) = (map.required("of"), map.required("tables"));
        map.close();
        Some(Self { of: of?, tables: tables? })
    }
}

/// The codes of some gateways.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GatewayCodeTable {
    /// The gateways that use these codes.
    #[schemars(with = "Vec<GatewayCode>", length(min = 1))]
    pub gateways: Vec<Text>,
    /// The gateways' code under each standard code; a standard code that is left out is not
    /// supported there.
    #[schemars(with = "Named<StandardCode, Text>")]
    pub codes: Entries<Text>,
}

impl Read for GatewayCodeTable {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "a table of codes", log)?;
        let (gateways, codes) = (map.required("gateways"), map.required("codes"));
        map.close();
        Some(Self { gateways: gateways?, codes: codes? })
    }
}
