//! Handlers of operations.

use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;

/// Function that executes an operation.
pub type Handler = fn(&mut MerchantState, &ApiCall<'_>) -> OperationResult;

/// Name of an operation, `section.operation`, and its handler.
pub type OperationHandler = (&'static str, Handler);

/// Returns a payment as the result of an operation.
///
/// # Errors
/// 404 when there is no such payment.
pub fn payment_result(state: &MerchantState, imp_uid: &str) -> OperationResult {
    Ok(Success::new(state.payments.get(imp_uid)?.to_json(state.contract)))
}
