//! What buyers do in the payment window.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::{Entry, amount, number, optional, text};
use crate::books::Books;
use crate::books::naver::check_count;
use crate::books::order::{self, Order};
use crate::channels::{Channel, is_gateway};
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[(
    "POST",
    "pay",
    "A buyer pays in the payment window, or fails to: merchant_uid, amount, pg_provider, fail_reason, \
     product_orders, notice_url, fields.",
    pay,
)];

/// The gateway of a payment whose gateway nobody cares about.
const GATEWAY: &str = "html5_inicis";

/// The gateway that splits payments into product orders.
const NAVER: &str = "naverco";

/// A card of nobody, which buyers pay with.
const CARD: &str = "941000";

/// What a buyer does in the payment window.
#[derive(Clone, Debug)]
#[must_use]
pub struct Buyer {
    merchant_uid: String,
    amount: Decimal,
    gateway: String,
    failure: Option<String>,
    product_orders: usize,
    fields: Map<String, Value>,
    notice_urls: Vec<String>,
}

impl Buyer {
    /// Pays this much, in won, for this order, by card.
    pub fn new(merchant_uid: impl Into<String>, amount: impl Into<Decimal>) -> Self {
        Self {
            merchant_uid: merchant_uid.into(),
            amount: amount.into(),
            gateway: GATEWAY.to_owned(),
            failure: None,
            product_orders: 1,
            fields: Map::new(),
            notice_urls: Vec::new(),
        }
    }

    /// At this gateway: `kakaopay`.
    pub fn at(mut self, gateway: impl Into<String>) -> Self {
        self.gateway = gateway.into();
        self
    }

    /// By another method than card: `trans`.
    pub fn by(self, method: impl Into<String>) -> Self {
        self.with("pay_method", method.into())
    }

    /// Fails, for this reason.
    pub fn failing(mut self, reason: impl Into<String>) -> Self {
        self.failure = Some(reason.into());
        self
    }

    /// A field of the payment: `buyer_name`, `escrow`, …
    pub fn with(mut self, field: impl Into<String>, value: impl Into<Value>) -> Self {
        self.fields.insert(field.into(), value.into());
        self
    }

    /// For so many kinds of products, which Naver Pay (`naverco`) keeps one by one.
    pub fn product_orders(mut self, count: usize) -> Self {
        self.product_orders = count;
        self
    }

    /// With this address to be told of the payment.
    pub fn notice_url(mut self, url: impl Into<String>) -> Self {
        self.notice_urls.push(url.into());
        self
    }

    fn act(self, books: &mut Books) -> Result<String, Refusal> {
        if !is_gateway(books.contract, &self.gateway) {
            return Err(Refusal::invalid(format!("there is no gateway {}", self.gateway)));
        }
        check_count(self.product_orders)?;
        let is_split = self.gateway == NAVER && self.failure.is_none();
        let channel = Channel { gateway: self.gateway, sandbox: false };
        let card = order::card(books.contract, CARD);
        let mut order = Order::new(&self.merchant_uid, self.amount, channel)
            .by_card(&card)
            .with("channel", "pc");
        order.notice_urls = self.notice_urls;
        order.fields.extend(self.fields);
        let imp_uid = books.enter(order)?;
        match self.failure {
            Some(reason) => books.fail(&imp_uid, &reason)?,
            None => books.pay(&imp_uid)?,
        }
        if is_split {
            books.split(&imp_uid, self.product_orders)?;
        }
        Ok(imp_uid)
    }
}

impl Fake {
    /// Has a buyer pay, or fail to, in the payment window. Returns the `imp_uid`.
    ///
    /// # Errors
    /// Fails when there is no such gateway, or the order was prepared with another amount.
    pub fn pay(&self, buyer: Buyer) -> Result<String, Refusal> {
        self.core().world().act(None, |books| buyer.act(books))
    }
}

fn pay(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let mut buyer = Buyer::new(text(values, "merchant_uid")?, amount(values, "amount")?);
    if let Some(gateway) = optional(values, "pg_provider") {
        buyer = buyer.at(gateway);
    }
    buyer.failure = optional(values, "fail_reason");
    if values.contains_key("product_orders") {
        let count = number(values, "product_orders")?;
        buyer = buyer.product_orders(usize::try_from(count).unwrap_or(usize::MAX));
    }
    buyer.notice_urls = optional(values, "notice_url").into_iter().collect();
    buyer.fields = values.get("fields").and_then(Value::as_object).cloned().unwrap_or_default();
    let imp_uid = core.world().act(None, |books| buyer.act(books))?;
    Ok(json!({ "imp_uid": imp_uid }))
}
