//! The facts of an API description, ours or upstream's. Descriptions are kept as hashes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Everything that can be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// By route: `POST /vbanks`.
    pub operations: BTreeMap<String, OperationFacts>,
    /// By the docs' name: `PaymentAnnotation`.
    pub types: BTreeMap<String, BTreeMap<String, FieldFacts>>,
}

/// The facts of one operation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationFacts {
    /// The docs' Korean label.
    pub title: String,
    /// The section's official page.
    pub page: String,
    /// The docs' own name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub docs_id: Option<String>,
    /// The supporting gateways; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gateways: Vec<String>,
    /// By place and name: `body.amount`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, FieldFacts>,
    /// The types that the envelope's `response` can have; none if unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returns: Vec<String>,
    /// The documented statuses other than 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<u16>,
    /// Since when it is not documented any more; only our own schema knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undocumented_since: Option<String>,
    /// The answer's members, where upstream spells it out in place of naming a type.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub members: BTreeMap<String, FieldFacts>,
    /// A hash of every description.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prose: String,
}

/// The facts of a parameter or of a member of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldFacts {
    /// `string`, `PaymentAnnotation`, `[string]`; `?` if unknown.
    #[serde(rename = "type")]
    pub ty: String,
    /// The docs' Korean label.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// True if it is required.
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// The codes it can have; none if unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// The greatest length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    /// The least number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u32>,
    /// The greatest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<u32>,
    /// The rules of single gateways: `required`, `optional`, `unsupported`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gateways: BTreeMap<String, String>,
    /// True if the description, too, names gateways that require it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub rules_in_prose: bool,
    /// Its own members, where upstream spells the record out in place of naming it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub members: BTreeMap<String, Self>,
    /// Since when it is not documented any more; only our own schema knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undocumented_since: Option<String>,
    /// A hash of every description.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prose: String,
    /// Its place among its siblings, so that a new one can be put where the docs have it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub place: usize,
}

/// The key for every gateway without a rule of its own.
pub const OTHERS: &str = "others";

fn is_false(value: &bool) -> bool {
    !value
}

fn is_zero(value: &usize) -> bool {
    *value == 0
}
