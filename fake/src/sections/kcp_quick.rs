//! KCP QuickPay members: automatic payment keys, deletion and FIDO.

use serde_json::json;

use super::handler::{OperationHandler, payment_result};
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::order::Order;
use crate::state::transitions::charge::ChargeMethod;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("kcp_quick.delete_member", delete_member),
    ("kcp_quick.pay_with_autopay_key", pay_with_autopay_key),
    ("kcp_quick.delete_autopay_key", delete_autopay_key),
    ("kcp_quick.release_fido", release_fido),
];

fn pay_with_autopay_key(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let key = state.billing_key(call.required("customer_uid"))?.clone();
    let imp_uid =
        state.charge(Order::of(call).by_card(&key.card), ChargeMethod::BillingKey(&key))?;
    payment_result(state, &imp_uid)
}

fn delete_autopay_key(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let customer_uid = call.required("customer_uid");
    let not_found = |_| ApiError::not_found(format_args!("billing key {customer_uid}"));
    let deleted = state.delete_billing_key(customer_uid).map_err(not_found)?;
    Ok(Success::new(json!({ "customer_uid": deleted.customer_uid })))
}

fn delete_member(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let site = ["site_code", "partner_type", "partner_subtype"].map(|name| call.required(name));
    let deleted = state.kcp_quick.delete_member(call.required("member_id"), site)?;
    Ok(Success::new(deleted.to_json(state.contract)))
}

fn release_fido(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let (member_id, now) = (call.required("member_id"), state.now);
    match state.kcp_quick.member(member_id).filter(|member| member.fido) {
        Some(member) => {
            (member.fido, member.updated) = (false, now);
            Ok(Success::new(json!({ "member_id": member_id })))
        }
        None => {
            let error = json!({ "code": "C210", "message": "FIDO is not registered" });
            Err(ApiError::rejected(format!("{member_id} does not use FIDO"))
                .with_gateway_error(error))
        }
    }
}
