//! Payco order statuses.

use serde_json::json;

use super::handler::OperationHandler;
use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[("payco.change_status", change_status)];

/// Changes the status; nothing is refunded, even when the order is cancelled.
fn change_status(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let (imp_uid, status) = (call.required("imp_uid"), call.required("status"));
    state.payments.paid(imp_uid)?;
    state.payco_statuses.insert(imp_uid.to_owned(), status.to_owned());
    Ok(Success::new(json!({ "status": status })))
}
