//! Payments: reads and lists.

use serde_json::json;

use super::handler::OperationHandler;
use super::pagination::Pagination;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::messages;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::payment::PaymentRecord;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("payments.get", get),
    ("payments.list", list),
    ("payments.find", find),
    ("payments.find_all", find_all),
    ("payments.list_by_status", list_by_status),
];

/// Maximum period of a list, in seconds.
const NINETY_DAYS: i64 = 90 * 24 * 60 * 60;

fn get(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    let payment = state.payments.get(imp_uid)?;
    if payment.sandbox && !call.flag("include_sandbox") {
        return Err(not_found());
    }
    Ok(Success::new(payment.to_json(state.contract)))
}

/// Returns the payments that exist; 207 when some do not.
fn list(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let (mut found, mut failed) = (Vec::new(), Vec::new());
    for imp_uid in call.texts("imp_uid").unwrap_or_default() {
        match state.payments.get(imp_uid) {
            Ok(payment) => found.push(payment),
            Err(error) => failed.push(json!({ "imp_uid": imp_uid, "message": error.message })),
        }
    }
    for merchant_uid in call.texts("merchant_uid").unwrap_or_default() {
        let before = found.len();
        found.extend(state.payments.of_order(merchant_uid));
        if found.len() == before {
            let failure = json!({ "merchant_uid": merchant_uid, "message": messages::NO_PAYMENT });
            failed.push(failure);
        }
    }
    if found.is_empty() {
        return Err(not_found());
    }
    let found = found.into_iter().map(|payment| payment.to_json(state.contract)).collect();
    Ok(Success::partial(found, failed))
}

fn find(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let found = of_order(state, call).into_iter().next();
    let found = found.ok_or_else(not_found)?;
    Ok(Success::new(found.to_json(state.contract)))
}

fn find_all(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let found = of_order(state, call);
    if found.is_empty() {
        return Err(not_found());
    }
    Ok(page(state, call, found))
}

fn not_found() -> ApiError {
    ApiError::absent(messages::NO_PAYMENT)
}

/// Returns the payments of an order with the requested status, sorted.
fn of_order<'b>(state: &'b MerchantState, call: &'b ApiCall<'_>) -> Vec<&'b PaymentRecord> {
    let status = call.text("payment_status");
    let payments = state.payments.of_order(call.required("merchant_uid"));
    let payments =
        payments.filter(|payment| status.is_none_or(|code| payment.status.code() == code));
    sorted(payments.collect(), call)
}

fn list_by_status(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let status = call.required("payment_status");
    let to = call.integer("to").unwrap_or(state.now);
    let from = call.integer("from").unwrap_or(to - NINETY_DAYS).max(to - NINETY_DAYS);
    let fits = |payment: &&PaymentRecord| {
        let at = status_time(payment, status);
        (status == "all" || payment.status.code() == status) && from <= at && at <= to
    };
    let found = sorted(state.payments.iter().filter(fits).collect(), call);
    if Pagination::of(call).is_past_end(found.len()) {
        return Err(ApiError::bad_request("the page is after the last one"));
    }
    Ok(page(state, call, found))
}

/// Returns the time that lists of payments with this status are filtered by.
fn status_time(payment: &PaymentRecord, status: &str) -> i64 {
    match status {
        "paid" => payment.paid_at,
        "cancelled" => payment.cancelled_at,
        "failed" => payment.failed_at,
        _ => payment.started_at,
    }
}

fn sorted<'p>(mut payments: Vec<&'p PaymentRecord>, call: &ApiCall<'_>) -> Vec<&'p PaymentRecord> {
    let sorting = call.text("sorting").unwrap_or("-started");
    let key = |payment: &PaymentRecord| match sorting.trim_start_matches('-') {
        "paid" => payment.paid_at,
        "updated" => payment.updated_at(),
        _ => payment.started_at,
    };
    if sorting.starts_with('-') {
        // Payments with the same time are in reverse order of creation, too.
        payments.reverse();
        payments.sort_by_key(|payment| std::cmp::Reverse(key(payment)));
    } else {
        payments.sort_by_key(|payment| key(payment));
    }
    payments
}

fn page(state: &MerchantState, call: &ApiCall<'_>, payments: Vec<&PaymentRecord>) -> Success {
    let write = |payment: &PaymentRecord| payment.to_json(state.contract);
    Success::new(Pagination::of(call).page(payments, write))
}
