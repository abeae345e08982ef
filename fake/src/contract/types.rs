//! Types of the contract.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::field::FieldSpec;

/// Type: a record, an enumeration, or a code that differs by gateway.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypeSpec {
    /// Fields of a record.
    #[serde(default)]
    pub record: Vec<FieldSpec>,
    /// Codes of an enumeration.
    #[serde(default)]
    pub codes: Vec<CodeSpec>,
    /// `true` if the codes are JSON integers.
    #[serde(default)]
    pub integer: bool,
    /// Enumeration of the standard codes, for a code that differs by gateway.
    #[serde(default)]
    pub of: String,
    /// Codes at single gateways.
    #[serde(default)]
    pub gateway_codes: Vec<GatewayCodeSpec>,
}

/// Codes of some gateways.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GatewayCodeSpec {
    /// Gateways that use these codes.
    pub gateways: Vec<String>,
    /// The gateways' own code by standard code.
    pub codes: BTreeMap<String, String>,
}

/// Documented code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeSpec {
    /// Code on the wire.
    pub code: String,
    /// Korean label.
    pub title: String,
}
