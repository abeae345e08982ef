//! Visit of a buyer: the checks before the window opens, and the buyer's action in it.

use serde_json::Value;

use super::buyer::Buyer;
use crate::api_error::ApiError;
use crate::channels::{Channel, is_gateway};
use crate::messages;
use crate::money;
use crate::state::MerchantState;
use crate::state::card;
use crate::state::confirmation::Confirmation;
use crate::state::naver::orders::check_count;
use crate::state::order::Order;
use crate::state::payment::WindowEnd;

/// The gateway at which closing the window fails the payment.
const INICIS: &str = "html5_inicis";

/// The gateway that splits payments into product orders.
const NAVER: &str = "naverco";

/// Number of the buyers' card.
const CARD: &str = "941000";

impl Buyer {
    /// Returns the address to ask right before the approval.
    pub fn confirmation_address(&self) -> Option<&str> {
        self.confirm_url.as_deref()
    }

    /// Visits the window. Returns the `imp_uid` of the payment.
    pub fn visit(self, state: &mut MerchantState) -> Result<String, ApiError> {
        let order = self.check(state)?;
        let imp_uid = state.create_payment(order)?;
        state.payments.get_mut(&imp_uid)?.window = self.end;
        self.act(state, &imp_uid)?;
        Ok(imp_uid)
    }

    /// Returns the order, if the window opens for it.
    pub fn check(&self, state: &MerchantState) -> Result<Order, ApiError> {
        if !is_gateway(state.contract, &self.gateway) {
            return Err(ApiError::bad_request(format!("there is no gateway {}", self.gateway)));
        }
        check_count(self.product_orders)?;
        state.require_unpaid(&self.merchant_uid)?;
        let order = self.order(state)?;
        state.check_prepared_amount(&order)?;
        Ok(order)
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
        // Nothing is charged if only the card is stored.
        let minimum_is_zero = self.fields.contains_key("customer_uid");
        if self.amount.is_sign_negative() || (self.amount.is_zero() && !minimum_is_zero) {
            return Err(ApiError::bad_request("amount must be positive"));
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
            return match self.gateway == INICIS {
                true => state.mark_failed(imp_uid, messages::LEFT_WINDOW),
                false => Ok(()),
            };
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
                state.confirmations.push(Confirmation {
                    url,
                    tier: None,
                    imp_uid,
                    merchant_uid,
                    amount,
                    product_orders,
                });
                Ok(())
            }
        }
    }
}
