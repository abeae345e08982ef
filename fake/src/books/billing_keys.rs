//! Trying cards before they are stored, and forgetting them.

use super::Books;
use super::billing_key::BillingKey;
use crate::refusal::Refusal;

/// No order is called so: a card is tried before anything is ordered.
const NO_ORDER: &str = "";

impl Books {
    /// Has the gateway look at a card before it is stored.
    ///
    /// # Errors
    /// 200 with code -1 where a failure was planned.
    pub fn try_card(&mut self, customer_uid: &str) -> Result<(), Refusal> {
        match self.declines.take(NO_ORDER, Some(customer_uid)) {
            Some(reason) => Err(Refusal::card(format!("[F112] {reason}"))),
            None => Ok(()),
        }
    }

    /// Deletes a billing key for good.
    ///
    /// # Errors
    /// 404 when there is none of this name.
    pub fn delete_billing_key(&mut self, customer_uid: &str) -> Result<BillingKey, Refusal> {
        self.billing_keys.remove(customer_uid).ok_or_else(|| unknown(customer_uid))
    }
}

/// What those are told who name a billing key that is not there. The docs have a 404 for some of them;
/// real answers are this.
pub fn unknown(customer_uid: &str) -> Refusal {
    Refusal::rule(format!("no billing key is called {customer_uid}"))
}
