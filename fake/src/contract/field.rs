//! Parameters and fields of the contract, and their constraints.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Location of a parameter in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ParamLocation {
    /// Placeholder of the path.
    Path,
    /// Query string.
    Query,
    /// Body, JSON or a form.
    Body,
}

/// Parameter, or field of a record.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldSpec {
    /// Location of a parameter; `None` for fields of records.
    #[serde(rename = "in")]
    pub location: Option<ParamLocation>,
    /// Name on the wire.
    pub name: String,
    /// Built-in type such as `amount`, or the name of a type.
    #[serde(rename = "type")]
    pub ty: String,
    /// `true` if the value is a list of the type.
    #[serde(default)]
    pub list: bool,
    /// `true` if the field is required.
    #[serde(default)]
    pub required: bool,
    /// `true` if the docs require the field and real responses have lacked it.
    #[serde(default)]
    pub absent: bool,
    /// `true` if the value is a credential.
    #[serde(default)]
    pub secret: bool,
    /// Maximum length in characters.
    pub max_length: Option<usize>,
    /// Minimum number.
    pub minimum: Option<i64>,
    /// Maximum number.
    pub maximum: Option<i64>,
    /// Default of an omitted field.
    pub default: Option<String>,
    /// Requirements of single gateways.
    #[serde(default)]
    pub gateways: BTreeMap<String, Requirement>,
    /// Requirement of all other gateways.
    pub others: Option<Requirement>,
    /// Conditions under which the field is required.
    #[serde(default)]
    pub when: Vec<Condition>,
}

/// Requirement of a gateway for a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Requirement {
    /// The gateway rejects requests without the parameter.
    Required,
    /// The gateway accepts the parameter.
    Optional,
    /// The gateway ignores or rejects the parameter.
    Unsupported,
}

/// Condition that is met by codes of another field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Name of the other field.
    pub name: String,
    /// Codes that meet the condition.
    pub codes: Vec<String>,
}
