//! Taking money without the buyer being there.

use serde_json::{Map, Value, json};

use super::Books;
use super::billing_key::BillingKey;
use super::billing_keys::unknown;
use super::order::Order;
use super::payment::Status;
use crate::call::Call;
use crate::refusal::Refusal;

/// What a charge is made by.
#[derive(Clone, Copy, Debug)]
pub enum By<'k> {
    /// The card's number, given for this once.
    Number,
    /// Points, with the password of whoever holds them.
    Points,
    /// A billing key, at once.
    Key(&'k BillingKey),
    /// A billing key, at a time set beforehand.
    Schedule(&'k BillingKey),
}

impl By<'_> {
    fn customer_uid(self) -> Option<String> {
        match self {
            Self::Number | Self::Points => None,
            Self::Key(key) | Self::Schedule(key) => Some(key.customer_uid.clone()),
        }
    }

    fn usage(self) -> Option<&'static str> {
        match self {
            Self::Number | Self::Points => None,
            Self::Key(_) => Some("payment"),
            Self::Schedule(_) => Some("payment.scheduled"),
        }
    }
}

impl Books {
    /// Charges a card: the payment is `paid`, or `failed` where a failure was planned. Returns its
    /// `imp_uid`.
    ///
    /// # Errors
    /// 200 with code 1 when the order is paid already, or was prepared with another amount.
    pub fn charge(&mut self, order: Order, by: By<'_>) -> Result<String, Refusal> {
        self.unpaid(&order.merchant_uid)?;
        let customer_uid = by.customer_uid();
        let declined = self.declines.take(&order.merchant_uid, customer_uid.as_deref());
        let order = order
            .with("customer_uid", json!(customer_uid))
            .with("customer_uid_usage", json!(by.usage()));
        let imp_uid = self.enter(order)?;
        match declined {
            Some(reason) => self.fail(&imp_uid, &reason)?,
            None => self.pay(&imp_uid)?,
        }
        Ok(imp_uid)
    }

    /// Nobody pays for an order twice.
    ///
    /// # Errors
    /// 200 with code 1 when it is paid.
    pub fn unpaid(&self, merchant_uid: &str) -> Result<(), Refusal> {
        match self.payments.paid_for(merchant_uid) {
            Some(_) => Err(Refusal::rule(format!("{merchant_uid} is paid already"))),
            None => Ok(()),
        }
    }

    /// Keeps the card of a charge that was made, under this name.
    ///
    /// # Errors
    /// 404 when there is no such payment.
    pub fn keep_charged_card(
        &mut self,
        imp_uid: &str,
        customer_uid: &str,
        card: Map<String, Value>,
        call: &Call<'_>,
    ) -> Result<(), Refusal> {
        let payment = self.payments.get_mut(imp_uid)?;
        if payment.status != Status::Paid {
            return Ok(());
        }
        payment.set("customer_uid", customer_uid);
        payment.set("customer_uid_usage", "issue");
        self.store(BillingKey::of(call, customer_uid, card, self.now));
        Ok(())
    }

    /// Stores a card, in the place of one with the same name.
    pub fn store(&mut self, key: BillingKey) {
        let inserted =
            self.billing_keys.get(&key.customer_uid).map_or(key.inserted, |old| old.inserted);
        self.billing_keys.insert(key.customer_uid.clone(), BillingKey { inserted, ..key });
    }

    /// The billing key of this name.
    ///
    /// # Errors
    /// 200 with code 1 when there is none.
    pub fn billing_key(&self, customer_uid: &str) -> Result<BillingKey, Refusal> {
        let found = self.billing_keys.get(customer_uid).cloned();
        found.ok_or_else(|| unknown(customer_uid))
    }
}
