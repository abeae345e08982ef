//! Buyers in the payment window.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::state::billing_key::ISSUE;
use crate::state::payment::WindowEnd;

/// Default gateway.
const GATEWAY: &str = "html5_inicis";

/// Buyer who pays in the payment window, or fails to.
#[derive(Clone, Debug)]
#[must_use]
pub struct Buyer {
    pub(super) merchant_uid: String,
    pub(super) amount: Decimal,
    pub(super) gateway: String,
    pub(super) sandbox: bool,
    pub(super) imp_uid: Option<String>,
    pub(super) failure: Option<String>,
    pub(super) end: WindowEnd,
    pub(super) confirm_url: Option<String>,
    pub(super) product_orders: usize,
    pub(super) fields: Map<String, Value>,
    pub(super) notice_urls: Vec<String>,
}

impl Buyer {
    /// Pays this amount in KRW for this order, by card.
    pub fn new(merchant_uid: impl Into<String>, amount: impl Into<Decimal>) -> Self {
        Self {
            merchant_uid: merchant_uid.into(),
            amount: amount.into(),
            gateway: GATEWAY.to_owned(),
            sandbox: false,
            imp_uid: None,
            failure: None,
            end: WindowEnd::default(),
            confirm_url: None,
            product_orders: 1,
            fields: Map::new(),
            notice_urls: Vec::new(),
        }
    }

    /// Sets the gateway: `kakaopay`.
    pub fn at(mut self, gateway: impl Into<String>) -> Self {
        self.gateway = gateway.into();
        self
    }

    /// Pays through a test channel, so that no money moves.
    pub fn through_test_channel(mut self) -> Self {
        self.sandbox = true;
        self
    }

    /// Sets the `imp_uid` of the payment instead of a generated one.
    pub fn with_imp_uid(mut self, imp_uid: impl Into<String>) -> Self {
        self.imp_uid = Some(imp_uid.into());
        self
    }

    /// Sets the payment method: `trans`. With `vbank`, a virtual account is issued: the payment stays
    /// `ready` until the [deposit](crate::Fake::deposit).
    pub fn by(self, method: impl Into<String>) -> Self {
        self.with("pay_method", method.into())
    }

    /// Fails for this reason.
    pub fn failing(mut self, reason: impl Into<String>) -> Self {
        self.failure = Some(reason.into());
        self
    }

    /// Closes the window without paying: the payment stays `ready`, or becomes `failed` at KG Inicis
    /// (`html5_inicis`), the default gateway.
    pub fn leaving(mut self) -> Self {
        self.end = WindowEnd::Left;
        self
    }

    /// Pays, or fails to, and never returns to the shop: [`callback`](crate::Fake::callback) reports
    /// nothing.
    pub fn vanishing(mut self) -> Self {
        self.end = WindowEnd::Vanished;
        self
    }

    /// Asks this address right before the approval. The payment stays `ready` until the answer: HTTP 200
    /// approves, another answer or none within 10 seconds of the server's clock fails the payment.
    /// A virtual account is issued without asking.
    pub fn confirm_url(mut self, url: impl Into<String>) -> Self {
        self.confirm_url = Some(url.into());
        self
    }

    /// Stores the card as a billing key, once the payment is approved.
    pub fn storing_card(self, customer_uid: impl Into<String>) -> Self {
        self.with("customer_uid", customer_uid.into()).with("customer_uid_usage", ISSUE)
    }

    /// Sets a field of the payment: `buyer_name`, `escrow`, …
    pub fn with(mut self, field: impl Into<String>, value: impl Into<Value>) -> Self {
        self.fields.insert(field.into(), value.into());
        self
    }

    /// Sets the number of product orders, which only Naver Pay (`naverco`) has.
    pub fn product_orders(mut self, count: usize) -> Self {
        self.product_orders = count;
        self
    }

    /// Adds a webhook address of the payment.
    pub fn notice_url(mut self, url: impl Into<String>) -> Self {
        self.notice_urls.push(url.into());
        self
    }
}
