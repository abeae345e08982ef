//! Validation of amounts by their currency.

use serde_json::{Map, Value};

use super::problems::reject;
use crate::api_error::ApiError;
use crate::contract::{Contract, FieldSpec, OperationSpec};
use crate::money;

/// Validates that amounts in won are whole.
///
/// # Errors
/// 400 with every amount that has a fraction.
pub fn validate_amounts(
    contract: &Contract,
    operation: &OperationSpec,
    values: &Map<String, Value>,
    currency: &str,
) -> Result<(), ApiError> {
    let mut problems = Vec::new();
    check(contract, &operation.parameters, values, currency, &mut problems);
    reject(problems)
}

/// Checks a record and the records in it, which can have a currency of their own.
fn check(
    contract: &Contract,
    fields: &[FieldSpec],
    values: &Map<String, Value>,
    currency: &str,
    problems: &mut Vec<String>,
) {
    let currency = values.get("currency").and_then(Value::as_str).unwrap_or(currency);
    for field in fields {
        let Some(value) = values.get(&field.name) else { continue };
        if field.ty == "amount" && !money::is_exact(value, currency) {
            problems.push(format!("{} is {value}; won have no fractions", field.name));
        }
        let Some(spec) = contract.types.get(&field.ty) else { continue };
        let one = std::slice::from_ref(value);
        let records = value.as_array().map_or(one, Vec::as_slice).iter();
        for record in records.filter_map(Value::as_object) {
            check(contract, &spec.record, record, currency, problems);
        }
    }
}
