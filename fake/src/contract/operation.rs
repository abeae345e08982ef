//! Operations of the contract.

use serde::Deserialize;

use super::field::FieldSpec;

/// Operation of the API.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperationSpec {
    /// Name: `section.operation`.
    pub name: String,
    /// HTTP method: `POST`.
    pub method: String,
    /// Path with placeholders.
    pub path: String,
    /// `true` if the operation needs no token.
    #[serde(default)]
    pub public: bool,
    /// Gateways that support the operation; empty means all.
    #[serde(default)]
    pub gateways: Vec<String>,
    /// Path, query and body parameters.
    #[serde(default)]
    pub parameters: Vec<FieldSpec>,
    /// Groups of parameters of each of which one is required at least.
    #[serde(default)]
    pub one_of: Vec<Vec<String>>,
    /// Documented HTTP statuses other than 200.
    #[serde(default)]
    pub statuses: Vec<u16>,
    /// HTTP statuses of responses to a key that nothing has.
    #[serde(default)]
    pub not_found: Vec<u16>,
    /// Type of `error` in the envelope of a rejection.
    pub error: Option<String>,
    /// Type of `response`.
    pub returns: Option<ReturnSpec>,
}

/// Type of a response.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnSpec {
    /// Built-in type, or the name of a type.
    #[serde(rename = "type")]
    pub ty: String,
    /// `true` if the response is a list of the type.
    #[serde(default)]
    pub list: bool,
}

impl OperationSpec {
    /// Returns `true` if a gateway supports the operation.
    pub fn is_supported_at(&self, gateway: &str) -> bool {
        self.gateways.is_empty() || self.gateways.iter().any(|other| other == gateway)
    }

    /// Returns `true` if some items of a request can fail while others succeed.
    pub fn can_succeed_partially(&self) -> bool {
        self.has_status(207) && self.parameters.iter().any(|field| field.list)
    }

    /// Returns `true` if the operation belongs to this section.
    pub fn is_of(&self, section: &str) -> bool {
        self.name.split_once('.').is_some_and(|(name, _)| name == section)
    }

    /// Returns `true` if the docs list this HTTP status.
    pub fn has_status(&self, status: u16) -> bool {
        self.statuses.contains(&status)
    }
}
