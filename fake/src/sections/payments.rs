//! Payments: reads, lists and refunds.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::handler::{OperationHandler, payment_result};
use super::pagination::Pagination;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::money;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::payment::{PaymentRecord, PaymentStatus};

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("payments.balance", balance),
    ("payments.get", get),
    ("payments.list", list),
    ("payments.find", find),
    ("payments.find_all", find_all),
    ("payments.list_by_status", list_by_status),
    ("payments.cancel", cancel),
];

/// Maximum period of a list, in seconds.
const NINETY_DAYS: i64 = 90 * 24 * 60 * 60;

fn get(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    let payment = state.payments.get(imp_uid)?;
    if payment.sandbox && !call.flag("include_sandbox") {
        return Err(ApiError::not_found(format_args!("payment {imp_uid}")));
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
            let message = format!("there is no payment of {merchant_uid}");
            failed.push(json!({ "merchant_uid": merchant_uid, "message": message }));
        }
    }
    if found.is_empty() {
        return Err(ApiError::not_found("such payment"));
    }
    let found = found.into_iter().map(|payment| payment.to_json(state.contract)).collect();
    Ok(Success::partial(found, failed))
}

fn find(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let found = of_order(state, call).into_iter().next();
    let found = found.ok_or_else(|| not_found(call))?;
    Ok(Success::new(found.to_json(state.contract)))
}

fn find_all(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let found = of_order(state, call);
    if found.is_empty() {
        return Err(not_found(call));
    }
    Ok(page(state, call, found))
}

fn not_found(call: &ApiCall<'_>) -> ApiError {
    ApiError::not_found(format_args!("payment of {}", call.required("merchant_uid")))
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

fn cancel(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let payment = payment_to_refund(state, call)?;
    if payment.status != PaymentStatus::Paid {
        return Err(ApiError::rejected(format!(
            "{} cannot be refunded: it is {}",
            payment.imp_uid,
            payment.status.code()
        )));
    }
    if payment.is_virtual_account() {
        for name in ["refund_holder", "refund_bank", "refund_account"] {
            call.get(name).ok_or_else(|| ApiError::missing_parameter(name))?;
        }
    }
    let amount = amount_to_refund(payment, call)?;
    let imp_uid = payment.imp_uid.clone();
    let id = state.refund(&imp_uid, amount, call.text("reason").unwrap_or_default())?;
    if call.flag("enable_webhook") {
        state.notify_refund(&imp_uid, &id)?;
    }
    payment_result(state, &imp_uid)
}

/// Finds the payment by `imp_uid`, or by `merchant_uid`: the paid one, or else the last one.
fn payment_to_refund<'b>(
    state: &'b MerchantState,
    call: &ApiCall<'_>,
) -> Result<&'b PaymentRecord, ApiError> {
    if let Some(imp_uid) = call.text("imp_uid") {
        return state.payments.get(imp_uid);
    }
    let merchant_uid =
        call.text("merchant_uid").ok_or_else(|| ApiError::missing_parameter("imp_uid"))?;
    let found = state.payments.paid_for(merchant_uid);
    found.or_else(|| state.payments.of_order(merchant_uid).last()).ok_or_else(|| not_found(call))
}

/// Returns the amount of the request, or the whole balance if it is omitted or 0.
fn amount_to_refund(payment: &PaymentRecord, call: &ApiCall<'_>) -> Result<Decimal, ApiError> {
    let balance = payment.balance();
    if call.amount("checksum").is_some_and(|expected| expected != balance) {
        return Err(ApiError::rejected(format!(
            "checksum does not match: the refundable amount is {balance}"
        )));
    }
    match call.amount("amount") {
        None => Ok(balance),
        Some(amount) if amount > balance => Err(ApiError::rejected(format!(
            "amount is {amount}; the refundable amount is {balance}"
        ))),
        Some(amount) => Ok(amount),
    }
}

/// Returns the amounts by means and tax, now and before each refund.
fn balance(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let payment = state.payments.get(call.required("imp_uid"))?;
    let mut remaining = payment.amount;
    let mut histories = Vec::new();
    for refund in &payment.cancellations {
        let mut before = amounts(payment, remaining);
        before.insert("created".to_owned(), json!(refund.at));
        histories.push(Value::Object(before));
        remaining -= refund.amount;
    }
    let mut now = amounts(payment, remaining);
    now.insert("amount".to_owned(), money::write(remaining));
    now.insert("histories".to_owned(), Value::Array(histories));
    Ok(Success::new(Value::Object(now)))
}

/// Returns the amounts by means of payment; the whole amount is in the primary one.
fn amounts(payment: &PaymentRecord, amount: Decimal) -> Map<String, Value> {
    let zero = tax_amounts(Decimal::ZERO, Decimal::ZERO);
    let tax_free = payment.fields.get("tax_free").and_then(money::read).unwrap_or_default();
    let others = ["cash_receipt", "secondary", "discount"].map(|name| (name, zero.clone()));
    let means = others.into_iter().chain([("primary", tax_amounts(amount, tax_free))]);
    means.map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Returns the tax-free amount, the supply amount and the VAT.
fn tax_amounts(amount: Decimal, tax_free: Decimal) -> Value {
    let tax_free = tax_free.min(amount);
    let taxed = amount - tax_free;
    let vat = money::vat(taxed);
    json!({
        "tax_free": money::write(tax_free), "supply": money::write(taxed - vat),
        "vat": money::write(vat), "service": 0,
    })
}
