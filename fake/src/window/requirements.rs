//! Parameters of `IMP.request_pay` that a payment method or a gateway requires.

use serde_json::Value;

use super::window_request::WindowRequest;
use crate::api_error::ApiError;

/// Checks the parameters that the docs require of some requests.
///
/// # Errors
/// 400 when one of them is missing, or the gateway does not take the currency.
pub fn check(
    request: &WindowRequest,
    gateway: &str,
    method: &str,
    currency: &str,
) -> Result<(), ApiError> {
    let is_missing = |name: &str| {
        matches!(request.params.get(name), None | Some(Value::Null))
            || request.params.get(name).and_then(Value::as_str) == Some("")
    };
    let required = [
        ("digital", method == "phone", "pay_method phone"),
        ("biz_num", method == "vbank" && gateway.starts_with("danal"), "pay_method vbank of danal"),
        ("buyer_email", gateway == "paymentwall", "paymentwall"),
    ];
    for (name, applies, reason) in required {
        if applies && is_missing(name) {
            let message = format!("{name} is missing; {reason} requires it");
            return Err(ApiError::bad_request(message));
        }
    }
    match gateway.starts_with("paypal") && currency == "KRW" {
        true => Err(ApiError::bad_request(format!("{gateway} does not take KRW"))),
        false => Ok(()),
    }
}
