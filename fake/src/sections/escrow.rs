//! Deliveries of escrow payments.

use serde_json::{Map, Value};

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::escrow::EscrowDelivery;
use crate::state::payment::PaymentStatus;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] =
    &[("escrow.get", get), ("escrow.change", change), ("escrow.register", register)];

fn get(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    state.payments.get(imp_uid)?;
    let delivery = state.deliveries.get(imp_uid).ok_or_else(|| no_delivery(imp_uid))?;
    Ok(Success::new(delivery.to_json()))
}

/// Registers the delivery, at most one for each payment.
fn register(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    require_escrow(state, imp_uid)?;
    if state.deliveries.contains_key(imp_uid) {
        return Err(ApiError::new(409, format!("{imp_uid} already has a delivery")));
    }
    state.deliveries.insert(imp_uid.to_owned(), EscrowDelivery::new(shipment(call), state.now));
    get(state, call)
}

fn change(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    require_escrow(state, imp_uid)?;
    let delivery = state.deliveries.get_mut(imp_uid).ok_or_else(|| no_delivery(imp_uid))?;
    delivery.change(shipment(call), &call.channel.gateway, state.now)?;
    get(state, call)
}

fn require_escrow(state: &MerchantState, imp_uid: &str) -> Result<(), ApiError> {
    let payment = state.payments.get(imp_uid)?;
    let is_escrow = payment.fields.get("escrow") == Some(&Value::Bool(true));
    match is_escrow && payment.status == PaymentStatus::Paid {
        true => Ok(()),
        false => Err(ApiError::new(409, format!("{imp_uid} is not a paid escrow payment"))),
    }
}

fn no_delivery(imp_uid: &str) -> ApiError {
    ApiError::new(409, format!("{imp_uid} has no delivery"))
}

fn shipment(call: &ApiCall<'_>) -> Map<String, Value> {
    call.get("logis").and_then(Value::as_object).cloned().unwrap_or_default()
}
