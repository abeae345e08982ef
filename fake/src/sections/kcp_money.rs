//! KCP QuickPay transactions with prepaid money: registered, then paid.

use std::net::Ipv4Addr;

use rust_decimal::Decimal;
use serde_json::Value;

use super::handler::{OperationHandler, payment_result};
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::kcp_quick::transaction_not_found;
use crate::state::order::Order;
use crate::state::payment::PaymentStatus;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("kcp_quick.prepare", prepare),
    ("kcp_quick.change", change),
    ("kcp_quick.pay_with_money", pay_with_money),
];

/// The smallest amount with more than nine digits.
const TEN_DIGITS: u32 = 1_000_000_000;

fn prepare(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let merchant_uid = call.required("merchant_uid");
    if state.kcp_quick.transactions.contains_key(merchant_uid) {
        return Err(ApiError::new(409, format!("{merchant_uid} is already registered")));
    }
    register(state, call)
}

fn change(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let merchant_uid = call.required("merchant_uid");
    if !state.kcp_quick.transactions.contains_key(merchant_uid) {
        return Err(transaction_not_found(merchant_uid));
    }
    register(state, call)
}

fn register(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    if call.required("cust_ip").parse::<Ipv4Addr>().is_err() {
        return Err(ApiError::bad_request("cust_ip must be an IPv4 address"));
    }
    let amount = call.amount("prepaid_amount");
    if amount.is_some_and(|amount| !amount.is_integer() || amount >= TEN_DIGITS.into()) {
        return Err(ApiError::bad_request(
            "prepaid_amount must be an integer with at most nine digits",
        ));
    }
    state.kcp_quick.transactions.insert(call.required("merchant_uid").to_owned(), amount);
    Ok(Success::new(Value::Null))
}

/// Pays the transaction in which the member confirmed the PIN.
fn pay_with_money(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let (imp_uid, amount) = (call.required("imp_uid"), call.amount("amount").unwrap_or_default());
    check_pin(state, call)?;
    state.require_unpaid(call.required("merchant_uid"))?;
    check_registered_amount(state, call.required("merchant_uid"), amount)?;
    let failure = failure(state, call, amount)?;
    let order = Order::of(call);
    let transaction = state.ready_payment(imp_uid)?;
    transaction.amount = amount;
    transaction.notice_urls = order.notice_urls;
    transaction.fields.extend(order.fields);
    match failure {
        Some(reason) => state.mark_failed(imp_uid, &reason)?,
        None => {
            state.mark_paid(imp_uid)?;
            if let Some(member) = state.kcp_quick.member(call.required("member_id")) {
                member.money.record_payment(imp_uid);
            }
        }
    }
    payment_result(state, imp_uid)
}

fn check_pin(state: &MerchantState, call: &ApiCall<'_>) -> Result<(), ApiError> {
    let (imp_uid, member_id) = (call.required("imp_uid"), call.required("member_id"));
    let transaction = state.payments.get(imp_uid)?;
    if state.kcp_quick.pins.get(imp_uid).is_none_or(|member| member != member_id) {
        return Err(ApiError::rejected(format!(
            "{member_id} has not confirmed a PIN in {imp_uid}"
        )));
    }
    if transaction.status != PaymentStatus::Ready {
        return Err(ApiError::rejected(format!(
            "{imp_uid} is already {}",
            transaction.status.code()
        )));
    }
    if transaction.merchant_uid != call.required("merchant_uid") {
        return Err(ApiError::rejected(format!(
            "{imp_uid} belongs to {}",
            transaction.merchant_uid
        )));
    }
    Ok(())
}

fn check_registered_amount(
    state: &MerchantState,
    merchant_uid: &str,
    amount: Decimal,
) -> Result<(), ApiError> {
    match state.kcp_quick.transactions.get(merchant_uid).copied().flatten() {
        Some(registered) if registered != amount => Err(ApiError::rejected(format!(
            "{merchant_uid} was registered with the amount {registered}, but the payment is {amount}"
        ))),
        _ => Ok(()),
    }
}

/// Returns the reason of a failed payment, or `None` if it succeeds.
fn failure(
    state: &mut MerchantState,
    call: &ApiCall<'_>,
    amount: Decimal,
) -> Result<Option<String>, ApiError> {
    let member_id = call.required("member_id");
    let unknown = || ApiError::rejected(format!("there is no member {member_id}"));
    let member = state.kcp_quick.member(member_id).ok_or_else(unknown)?;
    let available = member.money.available(&state.payments);
    if available < amount {
        return Ok(Some(format!("{member_id} has only {available}")));
    }
    Ok(state.declines.take(call.required("merchant_uid"), None))
}
