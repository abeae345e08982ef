//! Billing keys: verification of cards, storage, lookup and deletion.

use crate::api_error::ApiError;
use crate::messages;
use crate::state::billing_key::BillingKey;
use crate::state::merchant::MerchantState;

/// The order number of a card verification, which belongs to no order.
const NO_ORDER: &str = "";

impl MerchantState {
    /// Verifies a card at the gateway before it is stored.
    ///
    /// # Errors
    /// 200 with code -1 when a decline was planned.
    pub fn verify_card(&mut self, customer_uid: &str) -> Result<(), ApiError> {
        match self.declines.take(NO_ORDER, Some(customer_uid)) {
            Some(reason) => Err(ApiError::declined(format!("[F112] {reason}"))),
            None => Ok(()),
        }
    }

    /// Stores a billing key, replacing one with the same `customer_uid`.
    pub fn store_billing_key(&mut self, key: BillingKey) {
        let existing = self.billing_keys.get(&key.customer_uid);
        let inserted = existing.map_or(key.inserted, |existing| existing.inserted);
        self.billing_keys.insert(key.customer_uid.clone(), BillingKey { inserted, ..key });
    }

    /// Returns the billing key with this `customer_uid`.
    ///
    /// # Errors
    /// 200 with code 1 when there is none.
    pub fn billing_key(&self, customer_uid: &str) -> Result<&BillingKey, ApiError> {
        self.billing_keys.get(customer_uid).ok_or_else(|| not_found(customer_uid))
    }

    /// Deletes a billing key.
    ///
    /// # Errors
    /// 200 with code 1 when there is none.
    pub fn delete_billing_key(&mut self, customer_uid: &str) -> Result<BillingKey, ApiError> {
        self.billing_keys.remove(customer_uid).ok_or_else(|| not_found(customer_uid))
    }
}

/// The docs list a 404 for some operations; the real API answers 200 with code 1.
fn not_found(customer_uid: &str) -> ApiError {
    ApiError::rejected(messages::no_billing_key(customer_uid))
}
