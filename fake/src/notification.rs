//! What merchants are told of: the body of a webhook, and where it goes.

use serde_json::{Map, Value, json};

use crate::books::payment::Payment;

/// One thing that happened, to be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Notification {
    /// The addresses that the payment was made with; when there are none, the console's.
    pub urls: Vec<String>,
    /// The members of the body.
    pub body: Map<String, Value>,
}

impl Notification {
    /// That a payment is now in the state that it is in.
    pub fn of(payment: &Payment) -> Self {
        let mut body = Map::new();
        body.insert("imp_uid".to_owned(), json!(payment.imp_uid));
        body.insert("merchant_uid".to_owned(), json!(payment.merchant_uid));
        body.insert("status".to_owned(), json!(payment.status.code()));
        Self { urls: payment.notice_urls.clone(), body }
    }

    /// The same with one more member.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.body.insert(name.to_owned(), value.into());
        self
    }
}
