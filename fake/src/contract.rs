//! API contract, read from `contract.json`, which `cargo xtask generate` writes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

/// Contract of the whole API.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// Marker of a generated file.
    #[serde(rename = "generated")]
    _generated: String,
    /// Date of the docs that the schema was last compared with.
    pub revision: String,
    /// Operations, in the order of the docs.
    pub operations: Vec<OperationSpec>,
    /// Types by their names in the docs.
    pub types: BTreeMap<String, TypeSpec>,
}

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
    /// Example of `response`.
    #[serde(default)]
    pub example: Value,
}

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

static EMBEDDED: LazyLock<Result<Contract, serde_json::Error>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../contract.json")));

impl Contract {
    /// Returns the contract that is part of the crate.
    ///
    /// # Errors
    /// Fails when the file does not match these types, which a test rules out.
    pub fn embedded() -> Result<&'static Self, &'static serde_json::Error> {
        EMBEDDED.as_ref()
    }

    /// Returns the operation with the name `section.operation`.
    pub fn operation(&self, name: &str) -> Option<&OperationSpec> {
        self.operations.iter().find(|operation| operation.name == name)
    }

    /// Returns the codes of an enumeration, or none for other types.
    pub fn codes(&self, ty: &str) -> &[CodeSpec] {
        self.types.get(ty).map_or(&[], |spec| &spec.codes)
    }

    /// Returns the standard code of a gateway's own code, or `None` if it is not one. At a gateway whose
    /// codes the docs do not list, it is the standard code itself.
    pub fn standard_code<'c>(&'c self, ty: &str, gateway: &str, own: &str) -> Option<&'c str> {
        let spec = self.types.get(ty)?;
        let is = |table: &&GatewayCodeSpec| table.gateways.iter().any(|known| known == gateway);
        match spec.gateway_codes.iter().find(is) {
            Some(table) => {
                table.codes.iter().find(|(_, code)| *code == own).map(|(code, _)| &**code)
            }
            None => self
                .codes(&spec.of)
                .iter()
                .find(|known| known.code == own)
                .map(|known| &*known.code),
        }
    }

    /// Returns the Korean label of a code.
    pub fn title(&self, ty: &str, code: &str) -> Option<&str> {
        self.codes(ty).iter().find(|known| known.code == code).map(|known| known.title.as_str())
    }
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
