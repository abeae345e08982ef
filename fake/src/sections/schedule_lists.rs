//! Reads and lists of schedules.

use super::handler::OperationHandler;
use super::pagination::Pagination;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::schedule::Schedule;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] =
    &[("schedules.list", list), ("schedules.get", get), ("schedules.list_by_customer", of_key)];

/// Maximum period of a list: the longest three months of a year, in seconds.
const THREE_MONTHS: i64 = 92 * 24 * 60 * 60;

/// Returns a list with one schedule: the docs describe a record, real responses are a list.
fn get(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let schedule = state.schedules.get(call.required("merchant_uid"))?;
    Ok(Success::new(vec![schedule.to_json(state.contract, &state.payments)]))
}

fn list(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let (from, to) = period(call, "schedule_from", "schedule_to")?;
    let status = call.text("schedule_status");
    let found = state.schedules.between(from, to).filter(|one| has_status(one, status));
    let mut found: Vec<_> = found.collect();
    if call.text("sorting").is_none() {
        found.reverse();
    }
    Ok(page(state, call, found))
}

/// Lists the schedules of a billing key, the latest first.
pub fn of_key(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let (from, to) = period(call, "from", "to")?;
    let (customer_uid, status) = (call.required("customer_uid"), call.text("schedule-status"));
    let found = state.schedules.between(from, to).rev();
    let found = found.filter(|one| one.customer_uid == customer_uid && has_status(one, status));
    Ok(page(state, call, found.collect()))
}

fn period(call: &ApiCall<'_>, from: &str, to: &str) -> Result<(i64, i64), ApiError> {
    let (begin, end) =
        (call.integer(from).unwrap_or_default(), call.integer(to).unwrap_or_default());
    if end < begin {
        return Err(ApiError::bad_request(format!("{to} must not be before {from}")));
    }
    if end.saturating_sub(begin) > THREE_MONTHS {
        return Err(ApiError::bad_request(format!(
            "the maximum period from {from} to {to} is three months"
        )));
    }
    Ok((begin, end))
}

fn has_status(schedule: &Schedule, status: Option<&str>) -> bool {
    status.is_none_or(|status| schedule.state.code() == status)
}

fn page(state: &MerchantState, call: &ApiCall<'_>, schedules: Vec<&Schedule>) -> Success {
    let write = |one: &Schedule| one.to_json(state.contract, &state.payments);
    Success::new(Pagination::of(call).page(schedules, write))
}
