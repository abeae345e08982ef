//! Transitions of payments, from creation to the last refund.

use rust_decimal::Decimal;

use crate::api_error::ApiError;
use crate::state::merchant::MerchantState;
use crate::state::notification::Notification;
use crate::state::order::Order;
use crate::state::payment::{Cancellation, PaymentRecord, PaymentStatus};

impl MerchantState {
    /// Creates a payment in status `ready`. Returns its `imp_uid`.
    ///
    /// # Errors
    /// 500 when there are too many, 200 with code 1 when the order was prepared with another amount.
    pub fn create_payment(&mut self, order: Order) -> Result<String, ApiError> {
        self.check_prepared_amount(&order)?;
        self.payments.create(order, self.now)
    }

    /// Fails when an order was prepared with another amount.
    ///
    /// # Errors
    /// 200 with code 1 when it was.
    pub fn check_prepared_amount(&self, order: &Order) -> Result<(), ApiError> {
        match self.prepared.get(&order.merchant_uid) {
            Some((amount, _)) if *amount != order.amount => Err(ApiError::rejected(format!(
                "{} was prepared with the amount {amount}, but the payment is {}",
                order.merchant_uid, order.amount
            ))),
            _ => Ok(()),
        }
    }

    /// Marks a payment as paid.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it is not `ready`.
    pub fn mark_paid(&mut self, imp_uid: &str) -> Result<(), ApiError> {
        let now = self.now;
        let payment = self.ready_payment(imp_uid)?;
        payment.status = PaymentStatus::Paid;
        payment.paid_at = now;
        payment.set("receipt_url", receipt_url(imp_uid));
        self.notify(imp_uid)
    }

    /// Pays into a virtual account, or at the counter of a convenience store.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it is not `ready` or overdue.
    pub fn deposit(&mut self, imp_uid: &str) -> Result<(), ApiError> {
        let now = self.now;
        if self.ready_payment(imp_uid)?.is_overdue(now) {
            return Err(ApiError::bad_request(format!("{imp_uid} is past its payment deadline")));
        }
        self.mark_paid(imp_uid)
    }

    /// Ends the payment deadline of a virtual account.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it is not `ready`.
    pub fn expire(&mut self, imp_uid: &str) -> Result<(), ApiError> {
        let end = self.now - 1;
        self.ready_payment(imp_uid)?.set("vbank_date", end);
        Ok(())
    }

    /// Marks a payment as failed. V1 sends no webhook for it.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it is not `ready`.
    pub fn mark_failed(&mut self, imp_uid: &str, reason: &str) -> Result<(), ApiError> {
        let now = self.now;
        let payment = self.ready_payment(imp_uid)?;
        payment.status = PaymentStatus::Failed;
        payment.failed_at = now;
        payment.set("fail_reason", reason);
        Ok(())
    }

    /// Cancels a payment that is not paid yet.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it is not `ready`.
    pub fn cancel_unpaid(&mut self, imp_uid: &str) -> Result<(), ApiError> {
        let now = self.now;
        let payment = self.ready_payment(imp_uid)?;
        payment.status = PaymentStatus::Cancelled;
        payment.cancelled_at = now;
        Ok(())
    }

    /// Returns a payment in status `ready`.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it is not `ready`.
    pub fn ready_payment(&mut self, imp_uid: &str) -> Result<&mut PaymentRecord, ApiError> {
        let payment = self.payments.get_mut(imp_uid)?;
        match payment.status {
            PaymentStatus::Ready => Ok(payment),
            other => Err(ApiError::bad_request(format!("{imp_uid} is already {}", other.code()))),
        }
    }

    /// Refunds an amount. Returns the `cancellation_id`.
    ///
    /// # Errors
    /// 404 when there is no such payment.
    pub fn refund(
        &mut self,
        imp_uid: &str,
        amount: Decimal,
        reason: &str,
    ) -> Result<String, ApiError> {
        let (id, at) = (self.payments.next_cancellation_id(), self.now);
        let payment = self.payments.get_mut(imp_uid)?;
        let reason = reason.to_owned();
        payment.cancellations.push(Cancellation { id: id.clone(), amount, at, reason });
        payment.cancelled_at = at;
        if payment.balance().is_zero() {
            payment.status = PaymentStatus::Cancelled;
            self.revoke_refunded_receipt(imp_uid)?;
            self.naver.cancel_all(imp_uid);
        }
        Ok(id)
    }

    /// Notifies the merchant of a refund.
    ///
    /// # Errors
    /// 404 when there is no such payment.
    pub fn notify_refund(&mut self, imp_uid: &str, cancellation_id: &str) -> Result<(), ApiError> {
        let notification = Notification::of(self.payments.get(imp_uid)?);
        // After a partial refund, the payment is `paid` and the notification says `cancelled`.
        let notification = notification.with("status", "cancelled");
        self.outbox.push(notification.with("cancellation_id", cancellation_id));
        Ok(())
    }

    /// Notifies the merchant of a payment's current status.
    ///
    /// # Errors
    /// 404 when there is no such payment.
    pub fn notify(&mut self, imp_uid: &str) -> Result<(), ApiError> {
        let notification = Notification::of(self.payments.get(imp_uid)?);
        self.outbox.push(notification);
        Ok(())
    }
}

fn receipt_url(imp_uid: &str) -> String {
    format!("https://receipt.example/{imp_uid}")
}
