//! Payment codes for convenience stores.

use super::handler::{OperationHandler, payment_result};
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::response::OperationResult;
use crate::state::MerchantState;
use crate::state::order::Order;
use crate::state::payment::PaymentStatus;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[("cvs.issue", issue), ("cvs.revoke", revoke)];

/// Default deadline, in seconds.
const THREE_DAYS: i64 = 3 * 24 * 60 * 60;

/// The docs have no fields for the code and its deadline; those of virtual accounts are used.
fn issue(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let due = call.integer("expired_at").unwrap_or(state.now.saturating_add(THREE_DAYS));
    if due <= state.now {
        return Err(ApiError::rejected("expired_at is in the past"));
    }
    state.require_unpaid(call.required("merchant_uid"))?;
    let order = Order::of(call).with("pay_method", "cvs").with("vbank_date", due);
    let imp_uid = state.create_payment(order)?;
    let code = call.text("barcode").map_or_else(|| bar_code(&imp_uid), str::to_owned);
    state.payments.get_mut(&imp_uid)?.set("vbank_num", code);
    payment_result(state, &imp_uid)
}

/// Returns a code that is unique for the payment.
fn bar_code(imp_uid: &str) -> String {
    format!("8801{}", imp_uid.trim_start_matches("imp_"))
}

fn revoke(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    let status = state.payments.get(imp_uid)?.status;
    if status != PaymentStatus::Ready {
        return Err(ApiError::rejected(format!("{imp_uid} is already {}", status.code())));
    }
    // The docs do not specify the status after the revocation.
    state.cancel_unpaid(imp_uid)?;
    payment_result(state, imp_uid)
}
