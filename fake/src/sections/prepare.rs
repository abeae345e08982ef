//! Amounts of orders, registered before the payment.

use serde_json::json;

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::messages;
use crate::money;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] =
    &[("prepare.register", register), ("prepare.change", change), ("prepare.get", get)];

fn register(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let merchant_uid = call.required("merchant_uid");
    if state.prepared.contains_key(merchant_uid) {
        return Err(ApiError::rejected(messages::ALREADY_PREPARED));
    }
    store(state, call, "KRW");
    get(state, call)
}

fn change(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let merchant_uid = call.required("merchant_uid");
    let (_, currency) = state.prepared.get(merchant_uid).ok_or_else(not_found)?;
    let currency = currency.clone();
    store(state, call, &currency);
    get(state, call)
}

fn store(state: &mut MerchantState, call: &ApiCall<'_>, currency: &str) {
    let amount = call.amount("amount").unwrap_or_default();
    let currency = call.text("currency").unwrap_or(currency).to_owned();
    state.prepared.insert(call.required("merchant_uid").to_owned(), (amount, currency));
}

fn get(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let merchant_uid = call.required("merchant_uid");
    let found = state.prepared.get(merchant_uid).ok_or_else(not_found)?;
    let (amount, currency) = found;
    Ok(Success::new(json!({
        "merchant_uid": merchant_uid, "amount": money::write(*amount), "currency": currency,
    })))
}

fn not_found() -> ApiError {
    ApiError::absent(messages::NOT_PREPARED)
}
