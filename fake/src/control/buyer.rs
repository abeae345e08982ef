//! Buyers in the payment window.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::arguments::{amount, flag, number, optional, text};
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::channels::{Channel, is_gateway};
use crate::fake::Fake;
use crate::state::MerchantState;
use crate::state::card;
use crate::state::naver::orders::check_count;
use crate::state::order::Order;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[Command::new(
    "POST",
    "pay",
    "Pays in the payment window, or fails to: merchant_uid, amount, pg_provider, fail_reason, \
    sandbox, product_orders, notice_url, fields.",
    pay,
)];

/// Default gateway.
const GATEWAY: &str = "html5_inicis";

/// The gateway that splits payments into product orders.
const NAVER: &str = "naverco";

/// Number of the buyers' card.
const CARD: &str = "941000";

/// Buyer who pays in the payment window, or fails to.
#[derive(Clone, Debug)]
#[must_use]
pub struct Buyer {
    merchant_uid: String,
    amount: Decimal,
    gateway: String,
    sandbox: bool,
    failure: Option<String>,
    product_orders: usize,
    fields: Map<String, Value>,
    notice_urls: Vec<String>,
}

impl Buyer {
    /// Pays this amount in KRW for this order, by card.
    pub fn new(merchant_uid: impl Into<String>, amount: impl Into<Decimal>) -> Self {
        Self {
            merchant_uid: merchant_uid.into(),
            amount: amount.into(),
            gateway: GATEWAY.to_owned(),
            sandbox: false,
            failure: None,
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

    /// Sets the payment method: `trans`.
    pub fn by(self, method: impl Into<String>) -> Self {
        self.with("pay_method", method.into())
    }

    /// Fails for this reason.
    pub fn failing(mut self, reason: impl Into<String>) -> Self {
        self.failure = Some(reason.into());
        self
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

    fn pay(self, state: &mut MerchantState) -> Result<String, ApiError> {
        if !is_gateway(state.contract, &self.gateway) {
            return Err(ApiError::bad_request(format!("there is no gateway {}", self.gateway)));
        }
        check_count(self.product_orders)?;
        let is_split = self.gateway == NAVER && self.failure.is_none();
        let channel = Channel { gateway: self.gateway, sandbox: self.sandbox };
        let card = card::fields(state.contract, CARD);
        let mut order = Order::new(&self.merchant_uid, self.amount, channel)
            .by_card(&card)
            .with("channel", "pc");
        order.notice_urls = self.notice_urls;
        order.fields.extend(self.fields);
        let imp_uid = state.create_payment(order)?;
        match self.failure {
            Some(reason) => state.mark_failed(&imp_uid, &reason)?,
            None => state.mark_paid(&imp_uid)?,
        }
        if is_split {
            state.split_payment(&imp_uid, self.product_orders)?;
        }
        Ok(imp_uid)
    }
}

impl Fake {
    /// Simulates a buyer in the payment window. Returns the `imp_uid`.
    ///
    /// # Errors
    /// Fails when there is no such gateway, or the order was prepared with another amount.
    pub fn pay(&self, buyer: Buyer) -> Result<String, ApiError> {
        self.app().state().with_merchant(None, |state| buyer.pay(state))
    }
}

fn pay(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let mut buyer = Buyer::new(text(values, "merchant_uid")?, amount(values, "amount")?);
    if let Some(gateway) = optional(values, "pg_provider") {
        buyer = buyer.at(gateway);
    }
    buyer.failure = optional(values, "fail_reason");
    buyer.sandbox = flag(values, "sandbox")?;
    if values.contains_key("product_orders") {
        let count = number(values, "product_orders")?;
        buyer = buyer.product_orders(usize::try_from(count).unwrap_or(usize::MAX));
    }
    buyer.notice_urls = optional(values, "notice_url").into_iter().collect();
    buyer.fields = values.get("fields").and_then(Value::as_object).cloned().unwrap_or_default();
    let imp_uid = app.state().with_merchant(None, |state| buyer.pay(state))?;
    Ok(json!({ "imp_uid": imp_uid }))
}
