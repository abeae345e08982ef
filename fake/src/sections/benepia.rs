//! Payments with Benepia points.

use serde_json::json;

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::money;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::balance::Balance;
use crate::state::order::Order;
use crate::state::payment::PaymentStatus;
use crate::state::transitions::charge::ChargeMethod;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[("benepia.get", get), ("benepia.pay", pay)];

fn get(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let points = points(state, call)?.clone();
    Ok(Success::new(json!({ "point": money::write(points.available(&state.payments)) })))
}

/// A payment without the member code is a test and spends no points.
fn pay(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let available = points(state, call)?.clone().available(&state.payments);
    let mut order = Order::of(call).with("pay_method", "point");
    order.channel.sandbox |= call.get("benepia_member_code").is_none();
    let is_test = order.channel.sandbox;
    if !is_test && available < order.amount {
        return Err(ApiError::new(500, format!("the account has only {available} points")));
    }
    let imp_uid = state.charge(order, ChargeMethod::Points)?;
    let payment = state.payments.get(&imp_uid)?;
    if payment.status == PaymentStatus::Failed {
        let reason = payment.fields.get("fail_reason").and_then(|reason| reason.as_str());
        return Err(ApiError::new(500, reason.unwrap_or_default()));
    }
    let response = payment.to_json(state.contract);
    if !is_test {
        points(state, call)?.record_payment(&imp_uid);
    }
    Ok(Success::new(response))
}

fn points<'b>(
    state: &'b mut MerchantState,
    call: &ApiCall<'_>,
) -> Result<&'b mut Balance, ApiError> {
    let (user, password) = (call.required("benepia_user"), call.required("benepia_password"));
    let found = state.benepia.points(user, password);
    found.ok_or_else(|| ApiError::new(500, "benepia_user or benepia_password is incorrect"))
}
