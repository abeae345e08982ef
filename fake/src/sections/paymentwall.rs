//! Deliveries reported to Paymentwall.

use serde_json::{Value, json};

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::messages;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::payment::PaymentStatus;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[("paymentwall.register_delivery", register_delivery)];

/// Error code for unpaid payments; Paymentwall's own codes are not in the docs.
const NOT_PAID: i64 = 3_000;

/// Registers a delivery. V1 reports an error of Paymentwall as a success that contains the error.
fn register_delivery(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let (imp_uid, merchant_uid) = (call.required("imp_uid"), call.required("merchant_uid"));
    let payment = state.payments.get(imp_uid)?;
    if payment.merchant_uid != merchant_uid {
        return Err(ApiError::absent(messages::NO_PAYMENT));
    }
    if payment.status != PaymentStatus::Paid {
        return Ok(delivery_result(json!(NOT_PAID), json!("the payment is not paid")));
    }
    state.paymentwall_deliveries.insert(imp_uid.to_owned(), call.values.clone());
    Ok(delivery_result(Value::Null, Value::Null))
}

fn delivery_result(error_code: Value, error: Value) -> Success {
    let notices: Vec<_> = error.as_str().into_iter().collect();
    Success::new(json!({ "error_code": error_code, "error": error, "notices": notices }))
}
