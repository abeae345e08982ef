//! What is asked of a request before anybody acts on it: types, lengths, values, and what gateways
//! make of them.

mod gateways;
mod value;

pub use self::gateways::at_gateway;

use serde_json::{Map, Value};

use crate::contract::{Contract, Field, Operation, Place};
use crate::refusal::Refusal;

/// What a request carries, part by part.
#[derive(Debug)]
pub struct Given {
    /// What stands in the path.
    pub path: Map<String, Value>,
    /// What stands in the query.
    pub query: Map<String, Value>,
    /// What stands in the body.
    pub body: Map<String, Value>,
}

impl Given {
    fn part(&self, place: Place) -> &Map<String, Value> {
        match place {
            Place::Path => &self.path,
            Place::Query => &self.query,
            Place::Body => &self.body,
        }
    }

    /// What no parameter of the operation is called. V1 ignores it, and so do we.
    pub fn unread(&self, operation: &Operation) -> Vec<String> {
        let known = |name: &String| operation.parameters.iter().any(|field| field.name == *name);
        let names = self.query.keys().chain(self.body.keys());
        names.filter(|name| !known(name) && *name != "_token").cloned().collect()
    }
}

/// The values of the operation's parameters, each of its type.
///
/// # Errors
/// Names everything that is missing or wrong.
pub fn read(
    contract: &Contract,
    operation: &Operation,
    given: &Given,
) -> Result<Map<String, Value>, Refusal> {
    let mut problems = Vec::new();
    let parameter =
        |field: &Field| field.place.and_then(|place| given.part(place).get(&field.name));
    let values = value::members(contract, &operation.parameters, parameter, "", &mut problems);
    if problems.is_empty() { Ok(values) } else { Err(Refusal::invalid(problems.join("; "))) }
}
