//! Operations of the API.

use serde_json::{Map, Value, json};

use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::contract::Contract;
use crate::fake::Fake;
use crate::sections;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[Command::new(
    "GET",
    "operations",
    "Lists the operations of V1, and which of them are stateful.",
    list,
)];

/// Operation of V1, as the server implements it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OperationInfo {
    /// Name: `payments.cancel`.
    pub name: &'static str,
    /// HTTP method: `POST`.
    pub method: &'static str,
    /// Path with placeholders.
    pub path: &'static str,
    /// `true` if responses depend on earlier requests. Other operations validate the request and
    /// respond from tables.
    pub stateful: bool,
}

impl Fake {
    /// Date of the docs that the server implements.
    pub fn docs_revision(&self) -> &'static str {
        &self.app().contract.revision
    }

    /// Returns all operations of V1, in the order of the docs.
    pub fn operations(&self) -> Vec<OperationInfo> {
        operations(self.app().contract)
    }
}

fn operations(contract: &'static Contract) -> Vec<OperationInfo> {
    let operations = contract.operations.iter().map(|operation| OperationInfo {
        name: &operation.name,
        method: &operation.method,
        path: &operation.path,
        stateful: sections::is_stateful(&operation.name),
    });
    operations.collect()
}

fn list(app: &App, _: &Map<String, Value>) -> Result<Value, ApiError> {
    let operations = operations(app.contract).into_iter().map(|operation| {
        let OperationInfo { name, method, path, stateful } = operation;
        json!({ "name": name, "method": method, "path": path, "stateful": stateful })
    });
    Ok(operations.collect())
}
