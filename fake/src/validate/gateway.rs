//! Validation by the rules of the request's gateway.

use serde_json::{Map, Value};

use super::problems::reject;
use crate::api_error::ApiError;
use crate::contract::{Contract, FieldSpec, OperationSpec, Requirement};

/// Validates an operation and its parameters by the rules of a gateway.
///
/// # Errors
/// 501, or 400 where the docs have no 501, when the gateway does not support the operation; 400 with
/// every missing or unsupported parameter.
pub fn validate_for_gateway(
    contract: &Contract,
    operation: &OperationSpec,
    values: &Map<String, Value>,
    gateway: &str,
) -> Result<(), ApiError> {
    require_supported(operation, gateway)?;
    let mut rules = GatewayRules { contract, gateway, problems: Vec::new() };
    rules.check_fields(&operation.parameters, values, "");
    reject(rules.problems)
}

/// Fails when a gateway does not support an operation.
///
/// # Errors
/// 501, or 400 where the docs have no 501.
pub fn require_supported(operation: &OperationSpec, gateway: &str) -> Result<(), ApiError> {
    if operation.is_supported_at(gateway) {
        return Ok(());
    }
    let status = if operation.has_status(501) { 501 } else { 400 };
    Err(ApiError::new(status, format!("{gateway} does not support {}", operation.name)))
}

struct GatewayRules<'a> {
    contract: &'a Contract,
    gateway: &'a str,
    problems: Vec<String>,
}

impl GatewayRules<'_> {
    fn check_fields(&mut self, fields: &[FieldSpec], values: &Map<String, Value>, prefix: &str) {
        let gateway = self.gateway;
        for field in fields {
            let path = format!("{prefix}{}", field.name);
            match (requirement(field, gateway), values.get(&field.name)) {
                (Some(Requirement::Required), None) => {
                    self.problems.push(format!("{path} is missing; {gateway} requires it"));
                }
                (Some(Requirement::Unsupported), Some(_)) => {
                    self.problems.push(format!("{path} is not supported by {gateway}"));
                }
                (_, Some(value)) => self.check_type(field, value, &path),
                (_, None) => {}
            }
        }
    }

    fn check_type(&mut self, field: &FieldSpec, value: &Value, path: &str) {
        let Some(spec) = self.contract.types.get(&field.ty) else { return };
        if !spec.of.is_empty() {
            return self.check_code(field, value, path);
        }
        let one = std::slice::from_ref(value);
        for value in value.as_array().map_or(one, Vec::as_slice) {
            let Some(values) = value.as_object() else { continue };
            self.check_fields(&spec.record, values, &format!("{path}."));
        }
    }

    /// Checks that a code is one of the gateway's own.
    fn check_code(&mut self, field: &FieldSpec, value: &Value, path: &str) {
        let code = value.as_str().unwrap_or_default();
        if self.contract.standard_code(&field.ty, self.gateway, code).is_none() {
            self.problems
                .push(format!("{path} has the code {code}, which {} does not have", self.gateway));
        }
    }
}

fn requirement(field: &FieldSpec, gateway: &str) -> Option<Requirement> {
    field.gateways.get(gateway).copied().or(field.others)
}
