//! Sub-merchants, which the header `Tier` names.

use serde_json::json;

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("tiers.get", get),
    ("tiers.change", change),
    ("tiers.register", register),
    ("tiers.delete", delete),
];

fn get(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let code = call.required("tier_code");
    let name = state.tiers.get(code).ok_or_else(|| not_found(code))?;
    Ok(tier(code, name))
}

fn register(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    state.add_tier(call.required("tier_code"), call.required("tier_name"))?;
    get(state, call)
}

fn change(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let code = call.required("tier_code");
    let name = state.tiers.get_mut(code).ok_or_else(|| not_found(code))?;
    call.required("tier_name").clone_into(name);
    get(state, call)
}

/// Deletes a sub-merchant. Its state is kept for a new one with the same code.
fn delete(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let code = call.required("tier_code");
    let name = state.tiers.remove(code).ok_or_else(|| not_found(code))?;
    Ok(tier(code, &name))
}

fn tier(code: &str, name: &str) -> Success {
    Success::new(json!({ "tier_code": code, "tier_name": name }))
}

fn not_found(code: &str) -> ApiError {
    ApiError::not_found(format_args!("sub-merchant {code}"))
}
