//! Confirm process: the merchant's answer decides whether a payment is approved.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::messages;
use crate::money;

/// Payment that waits for the merchant's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// Address to ask.
    pub url: String,
    /// `tier_code` of the sub-merchant that is paid, if it is one.
    pub tier: Option<String>,
    /// The payment, in status `ready`.
    pub imp_uid: String,
    /// The merchant's order number.
    pub merchant_uid: String,
    /// Amount to pay.
    pub amount: Decimal,
    /// Number of product orders of the approved payment, at Naver Pay.
    pub product_orders: Option<usize>,
}

impl Confirmation {
    /// Returns the body of the request.
    pub fn body(&self) -> Value {
        json!({
            "imp_uid": self.imp_uid, "merchant_uid": self.merchant_uid,
            "amount": money::write(self.amount),
        })
    }
}

/// Answer of the merchant: approval, or the reason of the failed payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmationResult(pub Result<(), String>);

impl ConfirmationResult {
    /// Reads an answer. Only HTTP 200 approves; of others, `reason` is read.
    pub fn of(status: u16, body: &[u8]) -> Self {
        if status == 200 {
            return Self(Ok(()));
        }
        let body: Option<Value> = serde_json::from_slice(body).ok();
        let reason = body.as_ref().and_then(|body| body.get("reason")?.as_str());
        Self(Err(messages::not_confirmed(reason)))
    }

    /// Returns the result without an answer.
    pub fn unknown() -> Self {
        Self(Err(messages::not_confirmed(None)))
    }
}
