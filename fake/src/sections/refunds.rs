//! Refunds of payments, and the balances that they leave.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::handler::{OperationHandler, payment_result};
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::messages;
use crate::money;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::payment::{PaymentRecord, PaymentStatus};

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] =
    &[("payments.balance", balance), ("payments.cancel", cancel)];

fn cancel(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let payment = payment_to_refund(state, call)?;
    require_refundable(payment)?;
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

fn require_refundable(payment: &PaymentRecord) -> Result<(), ApiError> {
    let (imp_uid, status) = (&payment.imp_uid, payment.status.code());
    match payment.status {
        PaymentStatus::Paid => Ok(()),
        PaymentStatus::Cancelled => Err(ApiError::rejected(messages::ALREADY_REFUNDED)),
        _ => Err(ApiError::rejected(format!("{imp_uid} cannot be refunded: it is {status}"))),
    }
}

/// Finds the payment by `imp_uid`, or by `merchant_uid`: the paid one, or else the last one.
fn payment_to_refund<'b>(
    state: &'b MerchantState,
    call: &ApiCall<'_>,
) -> Result<&'b PaymentRecord, ApiError> {
    let found = match call.text("imp_uid") {
        Some(imp_uid) => state.payments.get(imp_uid).ok(),
        None => state.payments.latest_of(call.required("merchant_uid")),
    };
    found.ok_or_else(|| ApiError::rejected(messages::NOTHING_TO_REFUND))
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
