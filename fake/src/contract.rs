//! API contract, read from `contract.json`, which `cargo xtask generate` writes.

mod field;
mod operation;
mod types;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

pub use field::{Condition, FieldSpec, ParamLocation, Requirement};
pub use operation::OperationSpec;
pub use types::{CodeSpec, GatewayCodeSpec, TypeSpec};

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
    /// Examples of responses and of rejections by type.
    pub examples: BTreeMap<String, Value>,
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

    /// Returns the example of `response`, or null if the operation returns nothing.
    pub fn example(&self, operation: &OperationSpec) -> Value {
        let Some(returns) = &operation.returns else { return Value::Null };
        let example = self.examples.get(&returns.ty).cloned().unwrap_or_default();
        if returns.list { Value::Array(vec![example]) } else { example }
    }

    /// Returns the example of `error` in the envelope of a rejection, if it has one.
    pub fn error_example(&self, operation: &OperationSpec) -> Option<&Value> {
        self.examples.get(operation.error.as_ref()?)
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
