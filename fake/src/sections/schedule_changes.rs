//! Changes of schedules: cancel, reschedule and retry.

use super::handler::{OperationHandler, payment_result};
use super::schedules::{schedule_json, schedules_result};
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::messages;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::schedule::{Schedule, ScheduleState};

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("schedules.cancel", cancel),
    ("schedules.change", change),
    ("schedules.reschedule", reschedule),
    ("schedules.retry", retry),
];

/// Cancels the schedules of the list, or all of the billing key if there is no list.
fn cancel(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let customer_uid = call.text("customer_uid");
    let orders: Vec<String> = match (call.texts("merchant_uid"), customer_uid) {
        (Some(orders), _) => orders.into_iter().map(str::to_owned).collect(),
        (None, Some(_)) => {
            state.schedules.pending().map(|one| one.order.merchant_uid.clone()).collect()
        }
        (None, None) => return Err(ApiError::missing_parameter("customer_uid or merchant_uid")),
    };
    let mut revoked = Vec::new();
    for order in orders {
        if revoke(state, &order, customer_uid)? {
            revoked.push(order);
        }
    }
    if revoked.is_empty() {
        return Err(ApiError::rejected(messages::NO_SCHEDULE));
    }
    schedules_result(state, revoked)
}

/// Cancels a pending schedule. Returns `false` if there is none.
fn revoke(
    state: &mut MerchantState,
    order: &str,
    customer_uid: Option<&str>,
) -> Result<bool, ApiError> {
    let found = state.schedules.get(order).ok();
    let fits = |one: &&Schedule| {
        one.is_pending() && customer_uid.is_none_or(|customer_uid| one.customer_uid == customer_uid)
    };
    match found.filter(fits).map(|one| one.at) {
        Some(at) => {
            state.schedules.set(order, at, ScheduleState::Revoked(state.now)).map(|()| true)
        }
        None => Ok(false),
    }
}

fn change(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let schedule = state.schedules.get(call.required("merchant_uid"))?;
    if !schedule.is_pending() {
        let (order, status) = (&schedule.order.merchant_uid, schedule.state.code());
        return Err(ApiError::bad_request(format!("{order} is already {status}")));
    }
    set_time(state, call)
}

fn reschedule(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    state.schedules.get(call.required("merchant_uid"))?.require_repeatable(&state.payments)?;
    set_time(state, call)
}

fn set_time(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let (merchant_uid, at) = (call.required("merchant_uid"), call.integer("schedule_at"));
    let at = at.filter(|at| *at > state.now);
    let at = at.ok_or_else(|| ApiError::bad_request("schedule_at is in the past"))?;
    state.schedules.set(merchant_uid, at, ScheduleState::Pending)?;
    Ok(Success::new(schedule_json(state, merchant_uid)?))
}

fn retry(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let schedule = state.schedules.get(call.required("merchant_uid"))?;
    schedule.require_repeatable(&state.payments)?;
    if !state.billing_keys.contains_key(&schedule.customer_uid) {
        return Err(ApiError::not_found(format_args!("billing key {}", schedule.customer_uid)));
    }
    let imp_uid = state.charge_scheduled(call.required("merchant_uid"))?;
    payment_result(state, &imp_uid)
}
