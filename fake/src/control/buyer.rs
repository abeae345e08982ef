//! Buyers in the payment window.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::api_error::ApiError;
use crate::channels::{Channel, is_gateway};
use crate::money;
use crate::state::MerchantState;
use crate::state::card;
use crate::state::confirmation::Confirmation;
use crate::state::naver::orders::check_count;
use crate::state::order::Order;
use crate::state::payment::WindowEnd;

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
    imp_uid: Option<String>,
    failure: Option<String>,
    end: WindowEnd,
    confirm_url: Option<String>,
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

    /// Closes the window without paying: the payment stays `ready`.
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

    /// Returns the address to ask right before the approval.
    pub(super) fn confirmation_address(&self) -> Option<&str> {
        self.confirm_url.as_deref()
    }

    /// Visits the window. Returns the `imp_uid` of the payment.
    pub(super) fn visit(self, state: &mut MerchantState) -> Result<String, ApiError> {
        if !is_gateway(state.contract, &self.gateway) {
            return Err(ApiError::bad_request(format!("there is no gateway {}", self.gateway)));
        }
        check_count(self.product_orders)?;
        state.require_unpaid(&self.merchant_uid)?;
        let imp_uid = state.create_payment(self.order(state)?)?;
        state.payments.get_mut(&imp_uid)?.window = self.end;
        self.act(state, &imp_uid)?;
        Ok(imp_uid)
    }

    fn order(&self, state: &MerchantState) -> Result<Order, ApiError> {
        let channel = Channel { gateway: self.gateway.clone(), sandbox: self.sandbox };
        let mut order = Order::new(&self.merchant_uid, self.amount, channel);
        if self.pay_method().is_none_or(|method| method == "card") {
            order = order.by_card(&card::fields(state.contract, CARD));
        }
        if let Some(currency) = self.fields.get("currency").and_then(Value::as_str) {
            currency.clone_into(&mut order.currency);
        }
        if !money::is_exact(&money::write(self.amount), &order.currency) {
            let message = format!("amount is {}; won have no fractions", self.amount);
            return Err(ApiError::bad_request(message));
        }
        order = order.with("channel", "pc");
        order.imp_uid.clone_from(&self.imp_uid);
        order.notice_urls.clone_from(&self.notice_urls);
        order.fields.extend(self.fields.clone());
        Ok(order)
    }

    fn pay_method(&self) -> Option<&str> {
        self.fields.get("pay_method").and_then(Value::as_str)
    }

    /// Pays, fails or leaves.
    fn act(self, state: &mut MerchantState, imp_uid: &str) -> Result<(), ApiError> {
        if let Some(reason) = &self.failure {
            return state.mark_failed(imp_uid, reason);
        }
        if self.end == WindowEnd::Left {
            return Ok(());
        }
        if self.pay_method() == Some("vbank") {
            return state.issue_account(imp_uid);
        }
        let product_orders = (self.gateway == NAVER).then_some(self.product_orders);
        match self.confirm_url {
            None => state.approve(imp_uid, product_orders),
            Some(url) => {
                let (imp_uid, merchant_uid) = (imp_uid.to_owned(), self.merchant_uid);
                let amount = self.amount;
                let asked = Confirmation { url, imp_uid, merchant_uid, amount, product_orders };
                state.confirmations.push(asked);
                Ok(())
            }
        }
    }
}
