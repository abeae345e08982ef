//! Channel of a request: the one that it names, or the one of the payment, billing key or schedule.

use serde_json::{Map, Value};

use crate::api_error::ApiError;
use crate::channels::{self, Channel};
use crate::contract::OperationSpec;
use crate::state::MerchantState;
use crate::state::schedule::Schedule;

/// Returns the channel of a request.
///
/// # Errors
/// 400 when the request names an unknown `channel_key`.
pub fn channel(
    state: &MerchantState,
    operation: &OperationSpec,
    values: &Map<String, Value>,
) -> Result<Channel, ApiError> {
    let text = |name: &str| values.get(name).and_then(Value::as_str);
    if let Some(key) = text("channel_key").or_else(|| text("channelKey")) {
        return state.channels.find(state.contract, key, operation);
    }
    let payment = text("imp_uid").and_then(|uid| state.payments.get(uid).ok());
    let by_order = || {
        let merchant_uid = text("merchant_uid").filter(|_| operation.is_of("payments"))?;
        state.payments.paid_for(merchant_uid)
    };
    let payment = payment.or_else(by_order);
    if let Some(payment) = payment {
        return Ok(Channel { gateway: payment.gateway.clone(), sandbox: payment.sandbox });
    }
    if let Some(key) = text("customer_uid").and_then(|uid| state.billing_keys.get(uid)) {
        return Ok(key.channel.clone());
    }
    if let Some(schedule) = schedule(state, operation, values) {
        return Ok(schedule.order.channel.clone());
    }
    // `nice.MID1`: a shop id at a gateway. An unknown gateway counts as omitted.
    let named = text("pg").and_then(|pg| pg.split('.').next());
    let named = named.filter(|code| channels::is_gateway(state.contract, code));
    let gateway = named.unwrap_or_else(|| channels::default_gateway(operation));
    Ok(Channel { gateway: gateway.to_owned(), sandbox: false })
}

fn schedule<'s>(
    state: &'s MerchantState,
    operation: &OperationSpec,
    values: &Map<String, Value>,
) -> Option<&'s Schedule> {
    let merchant_uid = values.get("merchant_uid").filter(|_| operation.is_of("schedules"))?;
    state.schedules.get(merchant_uid.as_str()?).ok()
}
