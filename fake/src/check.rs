//! What is asked of a request before anybody acts on it: types, lengths, values, and what gateways
//! make of them.

mod gateways;
mod members;
mod plain;

pub use self::gateways::{at_gateway, supported};

use serde_json::{Map, Value};

use crate::contract::{Contract, Field, Operation, Place};
use crate::refusal::Refusal;
use members::Reader;

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

    /// What is said for a parameter. One is called `extra[requester]`, and so is a member of `extra`.
    fn value(&self, field: &Field) -> Option<&Value> {
        let mut names = names(&field.name);
        let outer = self.part(field.place?).get(names.next()?)?;
        names.try_fold(outer, |value, name| value.get(name))
    }

    /// What no parameter of the operation is called. V1 ignores it, and so do we.
    pub fn unread(&self, operation: &Operation) -> Vec<String> {
        let is = |field: &Field, name: &String| names(&field.name).next() == Some(name);
        let known = |name: &String| operation.parameters.iter().any(|field| is(field, name));
        let names = self.query.keys().chain(self.body.keys());
        names.filter(|name| !known(name) && *name != "_token").cloned().collect()
    }
}

fn names(name: &str) -> impl Iterator<Item = &str> {
    name.split(['[', ']']).filter(|part| !part.is_empty())
}

/// The values of the operation's parameters, each of its type.
///
/// # Errors
/// Names everything that is missing or wrong; 404 when the path names a code that nothing has.
pub fn read(
    contract: &Contract,
    operation: &Operation,
    given: &Given,
) -> Result<Map<String, Value>, Refusal> {
    known_path(contract, operation, given)?;
    let mut reader = Reader::new(contract);
    let values = reader.members(&operation.parameters, |field| given.value(field), "");
    refuse(reader.problems())?;
    Ok(values)
}

/// All of it in one message.
fn refuse(problems: Vec<String>) -> Result<(), Refusal> {
    if problems.is_empty() { Ok(()) } else { Err(Refusal::invalid(problems.join("; "))) }
}

/// Where the docs know no 400, an unknown code in the path is an address of nothing.
fn known_path(contract: &Contract, operation: &Operation, given: &Given) -> Result<(), Refusal> {
    if operation.has_status(400) || !operation.has_status(404) {
        return Ok(());
    }
    for (name, code) in &given.path {
        let field = operation.parameters.iter().find(|field| field.name == *name);
        let codes = field.map_or(&[][..], |field| contract.codes(&field.ty));
        if !codes.is_empty() && !codes.iter().any(|known| *code == known.code) {
            return Err(Refusal::not_found(format_args!("{name} {}", code.as_str().unwrap_or(""))));
        }
    }
    Ok(())
}
