//! What the server can do.

use serde_json::{Map, Value, json};

use super::{Entry, PREFIX, entries};
use crate::contract::Contract;
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;
use crate::sections;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    ("GET", "", "Lists these commands.", commands),
    (
        "GET",
        "operations",
        "Lists the operations of V1, and which remember what they do.",
        operations,
    ),
];

/// An operation of V1, as the server answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Offered {
    /// `payments.cancel`
    pub name: &'static str,
    /// `POST`
    pub method: &'static str,
    /// With its placeholders.
    pub path: &'static str,
    /// Whether its answers depend on what happened before. The others check the request, and answer
    /// from tables.
    pub stateful: bool,
}

impl Fake {
    /// The date of the docs that it was made from.
    pub fn docs_revision(&self) -> &'static str {
        &self.core().contract.revision
    }

    /// All operations of V1, in the order of the docs.
    pub fn operations(&self) -> Vec<Offered> {
        offered(self.core().contract)
    }
}

fn offered(contract: &'static Contract) -> Vec<Offered> {
    let operations = contract.operations.iter().map(|operation| Offered {
        name: &operation.name,
        method: &operation.method,
        path: &operation.path,
        stateful: sections::is_stateful(&operation.name),
    });
    operations.collect()
}

fn operations(core: &Core, _: &Map<String, Value>) -> Result<Value, Refusal> {
    let operations = offered(core.contract).into_iter().map(|offered| {
        let Offered { name, method, path, stateful } = offered;
        json!({ "name": name, "method": method, "path": path, "stateful": stateful })
    });
    Ok(operations.collect())
}

fn commands(_: &Core, _: &Map<String, Value>) -> Result<Value, Refusal> {
    let commands = entries().map(|(method, address, sentence, _)| {
        json!({ "method": method, "path": format!("{PREFIX}{address}"), "does": sentence })
    });
    Ok(commands.collect())
}
