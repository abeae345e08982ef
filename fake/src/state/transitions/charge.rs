//! Charges without the buyer's presence.

use serde_json::{Map, Value, json};

use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::messages;
use crate::state::billing_key::{BillingKey, ISSUE};
use crate::state::merchant::MerchantState;
use crate::state::order::Order;
use crate::state::payment::PaymentStatus;

/// Means of a charge.
#[derive(Clone, Copy, Debug)]
pub enum ChargeMethod<'k> {
    /// A card number given for this charge only.
    CardNumber,
    /// Points of an account.
    Points,
    /// A billing key, charged immediately.
    BillingKey(&'k BillingKey),
    /// A billing key, charged by a schedule.
    Schedule(&'k BillingKey),
}

impl ChargeMethod<'_> {
    fn customer_uid(self) -> Option<String> {
        match self {
            Self::CardNumber | Self::Points => None,
            Self::BillingKey(key) | Self::Schedule(key) => Some(key.customer_uid.clone()),
        }
    }

    fn usage(self) -> Option<&'static str> {
        match self {
            Self::CardNumber | Self::Points => None,
            Self::BillingKey(_) => Some("payment"),
            Self::Schedule(_) => Some("payment.scheduled"),
        }
    }
}

impl MerchantState {
    /// Charges an order: the payment becomes `paid`, or `failed` when a decline was planned. Returns
    /// its `imp_uid`.
    ///
    /// # Errors
    /// 200 with code 1 when the order is already paid, or was prepared with another amount.
    pub fn charge(&mut self, order: Order, method: ChargeMethod<'_>) -> Result<String, ApiError> {
        self.require_unpaid(&order.merchant_uid)?;
        let customer_uid = method.customer_uid();
        let declined = self.declines.take(&order.merchant_uid, customer_uid.as_deref());
        let order = order
            .with("customer_uid", json!(customer_uid))
            .with("customer_uid_usage", json!(method.usage()));
        let imp_uid = self.create_payment(order)?;
        match declined {
            Some(reason) => self.mark_failed(&imp_uid, &reason)?,
            None => self.mark_paid(&imp_uid)?,
        }
        Ok(imp_uid)
    }

    /// Fails when an order is already paid, also if it is refunded.
    ///
    /// # Errors
    /// 200 with code 1 when it is.
    pub fn require_unpaid(&self, merchant_uid: &str) -> Result<(), ApiError> {
        match self.payments.was_paid(merchant_uid) {
            true => Err(ApiError::rejected(messages::ALREADY_PAID)),
            false => Ok(()),
        }
    }

    /// Stores the card of a successful charge as a billing key.
    ///
    /// # Errors
    /// 404 when there is no such payment.
    pub fn store_charged_card(
        &mut self,
        imp_uid: &str,
        customer_uid: &str,
        card: Map<String, Value>,
        call: &ApiCall<'_>,
    ) -> Result<(), ApiError> {
        let payment = self.payments.get_mut(imp_uid)?;
        if payment.status != PaymentStatus::Paid {
            return Ok(());
        }
        payment.set("customer_uid", customer_uid);
        payment.set("customer_uid_usage", ISSUE);
        self.store_billing_key(BillingKey::of(call, customer_uid, card, self.now));
        Ok(())
    }
}
