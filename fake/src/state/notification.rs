//! Notification of the merchant: the body of a webhook and its addresses.

use serde_json::{Map, Value, json};

use super::payment::PaymentRecord;

/// Event to send to the merchant.
#[derive(Clone, Debug, PartialEq)]
pub struct Notification {
    /// Addresses that the payment was created with; if empty, the configured address is used.
    pub urls: Vec<String>,
    /// Members of the body.
    pub body: Map<String, Value>,
}

impl Notification {
    /// Creates a notification of a payment's current status.
    pub fn of(payment: &PaymentRecord) -> Self {
        let mut body = Map::new();
        body.insert("imp_uid".to_owned(), json!(payment.imp_uid));
        body.insert("merchant_uid".to_owned(), json!(payment.merchant_uid));
        body.insert("status".to_owned(), json!(payment.status.code()));
        Self { urls: payment.notice_urls.clone(), body }
    }

    /// Returns the merchant's order number.
    pub fn merchant_uid(&self) -> &str {
        self.body.get("merchant_uid").and_then(Value::as_str).unwrap_or_default()
    }

    /// Sets a member of the body.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.body.insert(name.to_owned(), value.into());
        self
    }
}
