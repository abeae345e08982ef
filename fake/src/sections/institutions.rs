//! Banks and card companies by standard code.

use serde_json::{Value, json};

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("institutions.list_cards", list_cards),
    ("institutions.get_card", get_card),
    ("institutions.list_banks", list_banks),
    ("institutions.get_bank", get_bank),
];

fn list_cards(_: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    Ok(all(call, "CardCompany"))
}

fn get_card(_: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    one(call, "CardCompany", "card_standard_code")
}

fn list_banks(_: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    Ok(all(call, "Bank"))
}

fn get_bank(_: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    one(call, "Bank", "bank_standard_code")
}

/// Returns every code of a table with its name.
fn all(call: &ApiCall<'_>, table: &str) -> Success {
    let codes = call.contract.codes(table).iter();
    Success::new(codes.map(|known| institution(&known.code, &known.title)).collect::<Vec<_>>())
}

/// Returns the name of the code in a parameter.
fn one(call: &ApiCall<'_>, table: &str, parameter: &str) -> OperationResult {
    let code = call.required(parameter);
    let name = call.contract.title(table, code);
    let name = name.ok_or_else(|| ApiError::not_found(format_args!("{table} {code}")))?;
    Ok(Success::new(institution(code, name)))
}

fn institution(code: &str, name: &str) -> Value {
    json!({ "code": code, "name": name })
}
