//! Payment methods of `IMP.request_pay`.

use super::window_request::WindowRequest;
use crate::api_error::ApiError;

/// Payment methods of the docs of the browser SDK.
const METHODS: [&str; 30] = [
    "card",
    "trans",
    "vbank",
    "phone",
    "applepay",
    "naverpay",
    "samsungpay",
    "kpay",
    "kakaopay",
    "payco",
    "lpay",
    "ssgpay",
    "tosspay",
    "cultureland",
    "smartculture",
    "culturegift",
    "booknlife",
    "point",
    "wechat",
    "alipay",
    "unionpay",
    "pinpay",
    "ssgpay_bank",
    "skpay",
    "naverpay_card",
    "naverpay_point",
    "paypal",
    "toss_brandpay",
    "tosspay_card",
    "tosspay_money",
];

/// Payment methods of other providers in the window of a gateway.
const EMBEDDED: [&str; 11] = [
    "naverpay",
    "kakaopay",
    "payco",
    "samsungpay",
    "ssgpay",
    "lpay",
    "applepay",
    "pinpay",
    "tosspay",
    "skpay",
    "toss_brandpay",
];

/// Returns the payment method of a request.
///
/// # Errors
/// 400 when there is no such method.
pub fn method(request: &WindowRequest) -> Result<String, ApiError> {
    let method = request.text("pay_method").unwrap_or_else(|| "card".to_owned());
    match METHODS.contains(&method.as_str()) {
        true => Ok(method),
        false => Err(ApiError::bad_request(format!("there is no pay_method {method}"))),
    }
}

/// Returns `true` if a method is that of another provider than the gateway.
pub fn is_embedded(method: &str, gateway: &str) -> bool {
    EMBEDDED.contains(&method) && method != gateway
}
