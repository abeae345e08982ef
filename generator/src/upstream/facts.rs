//! The facts of an API description, ours or upstream's. Descriptions are kept as hashes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::prose::Prose;
use crate::model::Privacy;

/// Parameters or members, by name.
pub type FieldMap = BTreeMap<String, FieldFacts>;
/// Further facts that only upstream states, by the key that it states them at.
pub type Settings = BTreeMap<String, String>;

/// The key of the whole base URL, which our schema states.
pub const BASE_URL: &str = "base_url";

/// Everything that can be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Host, base path, schemes, media types and security of all operations.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub transport: Settings,
    /// By route: `POST /vbanks`.
    pub operations: BTreeMap<String, OperationFacts>,
    /// By the docs' name: `PaymentAnnotation`.
    pub types: BTreeMap<String, FieldMap>,
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
    /// Media types, schemes and security, where the operation has its own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub transport: Settings,
    /// True if the docs advise against it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub deprecated: bool,
    /// By place and name: `body.amount`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: FieldMap,
    /// By status: `200`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub responses: BTreeMap<String, ResponseFacts>,
    /// Since when it is not documented any more; only our own schema knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undocumented_since: Option<String>,
    /// Its descriptions.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub prose: Prose,
    /// The link to it on the official page; only our own schema knows.
    #[serde(skip)]
    pub link: String,
}

impl OperationFacts {
    /// The types that the envelope's `response` can have; none if unknown.
    pub fn returns(&self) -> &[String] {
        self.responses.get(SUCCESS).map_or(&[], |response| &response.returns)
    }

    /// The documented statuses other than 200.
    pub fn statuses(&self) -> impl Iterator<Item = &str> {
        self.responses.keys().map(String::as_str).filter(|status| *status != SUCCESS)
    }
}

/// The status of a success.
pub const SUCCESS: &str = "200";

/// The facts of a response with one status.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseFacts {
    /// The structure of the body.
    #[serde(default, skip_serializing_if = "is_default")]
    pub body: Body,
    /// The types that `response` can have, or the whole body without an envelope.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returns: Vec<String>,
    /// The members of `response`, where upstream spells it out in place of naming a type.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub members: FieldMap,
    /// The members of the envelope beside `code`, `message` and `response`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub beside: FieldMap,
    /// Its descriptions.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub prose: Prose,
}

/// The structure of a response's body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// No schema says.
    #[default]
    Unknown,
    /// `{code, message, response}`, or that without `response`.
    Envelope,
    /// The value itself, without an envelope.
    Bare,
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
    /// True if the docs advise against it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub deprecated: bool,
    /// The codes it can have; none if unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// The texts of single codes, by code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, Prose>,
    /// The greatest length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    /// The least number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u32>,
    /// The greatest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<u32>,
    /// The value of an omitted parameter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// Further limits: `pattern`, `format`, `collectionFormat`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub constraints: Settings,
    /// The rules of single gateways: `required`, `optional`, `unsupported`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gateways: BTreeMap<String, String>,
    /// True if the description, too, names gateways that require it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub rules_in_prose: bool,
    /// Its own members, where upstream spells the record out in place of naming it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub members: FieldMap,
    /// Since when it is not documented any more; only our own schema knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undocumented_since: Option<String>,
    /// Its descriptions.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub prose: Prose,
    /// The audience of its value, which no description states; of a new field, the schema's by its name.
    #[serde(skip)]
    pub privacy: Privacy,
    /// Its place among its siblings, so that a new one can be put where the docs have it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub place: usize,
}

pub use crate::keywords::OTHERS;

fn is_false(value: &bool) -> bool {
    !value
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
