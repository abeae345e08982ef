//! Virtual accounts, and holders of bank accounts.

use serde_json::json;

use super::handler::{OperationHandler, payment_result};
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::order::Order;
use crate::state::payment::PaymentRecord;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("vbanks.issue", issue),
    ("vbanks.change", change),
    ("vbanks.revoke", revoke),
    ("vbanks.find_holder", find_holder),
];

/// The only known bank account: bank, number and holder.
const HOLDER: (&str, &str, &str) = ("088", "110123456789", "홍길동");

fn issue(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let due = call.integer("vbank_due").unwrap_or_default();
    if due <= state.now {
        return Err(ApiError::bad_request("vbank_due is in the past"));
    }
    let gateway = &call.channel.gateway;
    let own = call.required("vbank_code");
    // Requests name the bank by the gateway's code, responses by the standard one.
    let code = call.contract.standard_code("BankCode", gateway, own).unwrap_or(own);
    let order = Order::of(call)
        .with("pay_method", "vbank")
        .with("vbank_code", code)
        .with("vbank_name", call.contract.title("Bank", code).unwrap_or_default())
        .with("vbank_holder", call.value("vbank_holder"))
        .with("vbank_date", due)
        .with("vbank_issued_at", state.now)
        .with("escrow", call.get("escrow_password").is_some());
    let order = match call.text("vbank_num") {
        Some(number) => order.with("vbank_num", number),
        None => order,
    };
    state.require_unpaid(call.required("merchant_uid"))?;
    let imp_uid = state.create_payment(order)?;
    state.issue_account(&imp_uid)?;
    payment_result(state, &imp_uid)
}

fn change(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    let (amount, due, now) = (call.amount("amount"), call.integer("vbank_due"), state.now);
    let account = ready_account(state, imp_uid)?;
    if due.is_some_and(|due| due <= now) {
        return Err(ApiError::bad_request("vbank_due is in the past"));
    }
    account.amount = amount.unwrap_or(account.amount);
    if let Some(due) = due {
        account.set("vbank_date", due);
    }
    payment_result(state, imp_uid)
}

fn revoke(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    ready_account(state, imp_uid)?;
    // The docs do not specify the status after the revocation.
    state.cancel_unpaid(imp_uid)?;
    payment_result(state, imp_uid)
}

/// Returns a payment by virtual account in status `ready`.
fn ready_account<'b>(
    state: &'b mut MerchantState,
    imp_uid: &str,
) -> Result<&'b mut PaymentRecord, ApiError> {
    let payment = state.ready_payment(imp_uid)?;
    match payment.is_virtual_account() {
        true => Ok(payment),
        false => Err(ApiError::bad_request(format!("{imp_uid} has no virtual account"))),
    }
}

fn find_holder(_: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    // The docs allow separators between the digits.
    let digits: String = call.required("bank_num").chars().filter(char::is_ascii_digit).collect();
    let (bank, number, name) = HOLDER;
    match call.required("bank_code") == bank && digits == number {
        true => Ok(Success::new(json!({ "bank_holder": name }))),
        false => Err(ApiError::not_found("such bank account")),
    }
}
