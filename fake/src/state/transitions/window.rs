//! Transitions of payments in the payment window.

use serde_json::json;

use crate::api_error::ApiError;
use crate::messages;
use crate::state::billing_key::BillingKey;
use crate::state::confirmation::{Confirmation, ConfirmationResult};
use crate::state::merchant::MerchantState;
use crate::state::payment::PaymentStatus;

/// Default deadline of a virtual account, in seconds.
const WEEK: i64 = 7 * 24 * 60 * 60;

/// Default bank of a virtual account.
const BANK: &str = "088";

impl MerchantState {
    /// Approves a payment, stores its card if the merchant wants it, and splits it into this many product orders, if any.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it is not `ready`.
    pub fn approve(
        &mut self,
        imp_uid: &str,
        product_orders: Option<usize>,
    ) -> Result<(), ApiError> {
        self.mark_paid(imp_uid)?;
        if let Some(key) = BillingKey::of_payment(self.payments.get(imp_uid)?, self.now) {
            self.store_billing_key(key);
        }
        product_orders.map_or(Ok(()), |count| self.split_payment(imp_uid, count))
    }

    /// Approves or fails a payment by the merchant's answer.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it is not `ready`.
    pub fn finish_confirmation(
        &mut self,
        confirmation: &Confirmation,
        result: ConfirmationResult,
    ) -> Result<(), ApiError> {
        match result.0 {
            Ok(()) => self.approve(&confirmation.imp_uid, confirmation.product_orders),
            Err(reason) => self.mark_failed(&confirmation.imp_uid, &reason),
        }
    }

    /// Approves a payment that failed or was left: the gateway decided later.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it is `paid` or `cancelled`, 200 with code 1 when the
    /// order is paid by another payment.
    pub fn approve_later(&mut self, imp_uid: &str) -> Result<(), ApiError> {
        let order = self.payments.get(imp_uid)?.merchant_uid.clone();
        let payment = self.payments.get_mut(imp_uid)?;
        match payment.status {
            PaymentStatus::Ready | PaymentStatus::Failed => {}
            other => {
                let message = format!("{imp_uid} is already {}", other.code());
                return Err(ApiError::bad_request(message));
            }
        }
        self.require_unpaid(&order)?;
        let payment = self.payments.get_mut(imp_uid)?;
        (payment.status, payment.failed_at) = (PaymentStatus::Ready, 0);
        payment.fields.remove("fail_reason");
        self.mark_paid(imp_uid)
    }

    /// Issues the virtual account of a payment. Fields that the payment already has are kept.
    ///
    /// # Errors
    /// 404 when there is no such payment.
    pub fn issue_account(&mut self, imp_uid: &str) -> Result<(), ApiError> {
        let (contract, now) = (self.contract, self.now);
        let fields = &mut self.payments.get_mut(imp_uid)?.fields;
        let bank = fields.entry("vbank_code").or_insert_with(|| json!(BANK));
        let name = contract.title("Bank", bank.as_str().unwrap_or_default()).unwrap_or_default();
        fields.entry("vbank_name").or_insert_with(|| json!(name));
        fields.entry("vbank_holder").or_insert_with(|| json!(messages::ACCOUNT_HOLDER));
        fields.entry("vbank_date").or_insert_with(|| json!(now.saturating_add(WEEK)));
        fields.entry("vbank_issued_at").or_insert_with(|| json!(now));
        fields.entry("vbank_num").or_insert_with(|| json!(account_number(imp_uid)));
        self.notify(imp_uid)
    }
}

/// Returns an account number that is unique for the payment.
fn account_number(imp_uid: &str) -> String {
    let number = imp_uid.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    format!("5620{number}")
}
