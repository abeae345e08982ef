//! What the gateway that a request goes through makes of it.

use serde_json::{Map, Value};

use super::refuse;
use crate::contract::{Contract, Field, Operation, Requirement};
use crate::refusal::Refusal;

/// Checks an operation and its parameters by the rules of a gateway.
///
/// # Errors
/// 501, or 400 where the docs know no 501, when the gateway does not carry the operation; 400 with
/// the names of what it misses or does not take.
pub fn at_gateway(
    contract: &Contract,
    operation: &Operation,
    values: &Map<String, Value>,
    gateway: &str,
) -> Result<(), Refusal> {
    supported(operation, gateway)?;
    let mut rules = Rules { contract, gateway, problems: Vec::new() };
    rules.members(&operation.parameters, values, "");
    refuse(rules.problems)
}

/// Checks that a gateway carries an operation.
///
/// # Errors
/// 501, or 400 where the docs know no 501.
pub fn supported(operation: &Operation, gateway: &str) -> Result<(), Refusal> {
    if operation.is_supported_at(gateway) {
        return Ok(());
    }
    let status = if operation.has_status(501) { 501 } else { 400 };
    Err(Refusal::new(status, format!("{gateway} does not support {}", operation.name)))
}

struct Rules<'a> {
    contract: &'a Contract,
    gateway: &'a str,
    problems: Vec<String>,
}

impl Rules<'_> {
    fn members(&mut self, fields: &[Field], values: &Map<String, Value>, above: &str) {
        let gateway = self.gateway;
        for field in fields {
            let path = format!("{above}{}", field.name);
            match (requirement(field, gateway), values.get(&field.name)) {
                (Some(Requirement::Required), None) => {
                    self.problems.push(format!("{path} is missing, which {gateway} requires"));
                }
                (Some(Requirement::Unsupported), Some(_)) => {
                    self.problems.push(format!("{path} is not supported at {gateway}"));
                }
                (_, Some(value)) => self.inside(field, value, &path),
                (_, None) => {}
            }
        }
    }

    fn inside(&mut self, field: &Field, value: &Value, path: &str) {
        let Some(shape) = self.contract.types.get(&field.ty) else { return };
        let one = std::slice::from_ref(value);
        for value in value.as_array().map_or(one, Vec::as_slice) {
            let Some(values) = value.as_object() else { continue };
            self.members(&shape.record, values, &format!("{path}."));
        }
    }
}

fn requirement(field: &Field, gateway: &str) -> Option<Requirement> {
    field.gateways.get(gateway).copied().or(field.others)
}
