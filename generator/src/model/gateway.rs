//! Gateways and their rules.

use crate::keywords::Requirement;

/// A gateway as an operation or a rule names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gateway {
    /// The code on the wire.
    pub code: String,
    /// The Korean name.
    pub name: String,
}

/// A rule of one gateway for a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatewayRule {
    /// The gateway.
    pub gateway: Gateway,
    /// The requirement, when it differs from the rest.
    pub requirement: Option<Requirement>,
    /// A note about this gateway.
    pub doc: Option<String>,
}
