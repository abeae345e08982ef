//! Cash receipts.

use rust_decimal::Decimal;

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::payment::PaymentRecord;
use crate::validate::require_supported;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("receipts.get", get),
    ("receipts.issue", issue),
    ("receipts.revoke", revoke),
    ("receipts.get_external", get_external),
    ("receipts.issue_external", issue_external),
    ("receipts.revoke_external", revoke_external),
];

/// Payment methods that count as cash.
const CASH: [&str; 2] = ["trans", "vbank"];

fn get(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    state.payments.get(imp_uid)?;
    let receipt = state.receipts.of_payments.get(imp_uid)?;
    Ok(Success::new(receipt.to_json(state.contract, "ReceiptAnnotation", "imp_uid", imp_uid)))
}

/// Issues a receipt for the amount after refunds.
fn issue(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    check_identifier_type(call)?;
    let amount = cash_amount(state.payments.paid(imp_uid)?)?;
    let receipt = state.receipts.create(call, amount, state.now)?;
    state.issue_receipt(imp_uid, receipt)?;
    get(state, call)
}

fn cash_amount(payment: &PaymentRecord) -> Result<Decimal, ApiError> {
    let method = payment.fields.get("pay_method").and_then(|method| method.as_str());
    match method.is_some_and(|method| CASH.contains(&method)) {
        true => Ok(payment.balance()),
        false => Err(ApiError::bad_request(format!(
            "{} was not paid by trans or vbank",
            payment.imp_uid
        ))),
    }
}

fn check_identifier_type(call: &ApiCall<'_>) -> Result<(), ApiError> {
    match (call.channel.gateway.as_str(), call.text("identifier_type")) {
        ("nice_v2", Some("taxcard")) => {
            Err(ApiError::bad_request("identifier_type taxcard is not supported by nice_v2"))
        }
        _ => Ok(()),
    }
}

fn revoke(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    state.payments.get(imp_uid)?;
    state.revoke_receipt(imp_uid)?;
    get(state, call)
}

fn get_external(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let order = call.required("merchant_uid");
    let receipt = state.receipts.external.get(order)?;
    let response =
        receipt.to_json(state.contract, "ExternalReceiptAnnotation", "merchant_uid", order);
    Ok(Success::new(response))
}

fn issue_external(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    check_identifier_type(call)?;
    if call.text("pay_method").is_some_and(|method| !CASH.contains(&method)) {
        return Err(ApiError::bad_request("pay_method must be trans or vbank"));
    }
    let amount = call.amount("amount").unwrap_or_default();
    let receipt = state.receipts.create(call, amount, state.now)?;
    state.receipts.external.insert(call.required("merchant_uid"), receipt)?;
    get_external(state, call)
}

/// Cancels an external receipt at the gateway that issued it.
fn revoke_external(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let order = call.required("merchant_uid");
    require_supported(call.operation, &state.receipts.external.get(order)?.gateway)?;
    state.receipts.external.revoke(order, state.now)?;
    get_external(state, call)
}
