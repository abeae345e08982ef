//! What becomes of payments: the turns that they take, from their entry to their last refund.

use rust_decimal::Decimal;

use super::Books;
use super::order::Order;
use super::payment::{Cancellation, Payment, Status};
use crate::notification::Notification;
use crate::refusal::Refusal;

impl Books {
    /// Enters a payment that nothing has happened to yet. Returns its `imp_uid`.
    ///
    /// # Errors
    /// 500 when there are too many, 200 with code 1 when the order was prepared with another amount.
    pub fn enter(&mut self, order: Order) -> Result<String, Refusal> {
        self.compare_with_prepared(&order)?;
        self.payments.begin(order, self.now)
    }

    /// What was registered beforehand, nobody pays with another amount.
    fn compare_with_prepared(&self, order: &Order) -> Result<(), Refusal> {
        match self.prepared.get(&order.merchant_uid) {
            Some((amount, _)) if *amount != order.amount => Err(Refusal::rule(format!(
                "{} was prepared with {amount}, and not with {}",
                order.merchant_uid, order.amount
            ))),
            _ => Ok(()),
        }
    }

    /// The money arrives.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it waits for no money.
    pub fn pay(&mut self, imp_uid: &str) -> Result<(), Refusal> {
        let now = self.now;
        let payment = self.waiting(imp_uid)?;
        payment.status = Status::Paid;
        payment.paid_at = now;
        payment.set("receipt_url", receipt_url(imp_uid));
        self.tell(imp_uid)
    }

    /// A buyer pays into a virtual account, or at the counter of a shop.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it waits for no money, or no longer.
    pub fn deposit(&mut self, imp_uid: &str) -> Result<(), Refusal> {
        let now = self.now;
        if self.waiting(imp_uid)?.is_overdue(now) {
            return Err(Refusal::invalid(format!("the time to pay {imp_uid} is over")));
        }
        self.pay(imp_uid)
    }

    /// The time to pay is over from now on.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it waits for no money.
    pub fn expire(&mut self, imp_uid: &str) -> Result<(), Refusal> {
        let end = self.now - 1;
        self.waiting(imp_uid)?.set("vbank_date", end);
        Ok(())
    }

    /// It comes to nothing.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it waits for no money.
    pub fn fail(&mut self, imp_uid: &str, reason: &str) -> Result<(), Refusal> {
        let now = self.now;
        let payment = self.waiting(imp_uid)?;
        payment.status = Status::Failed;
        payment.failed_at = now;
        payment.set("fail_reason", reason);
        self.tell(imp_uid)
    }

    /// It is given up before any money arrived.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it waits for no money.
    pub fn close(&mut self, imp_uid: &str) -> Result<(), Refusal> {
        let now = self.now;
        let payment = self.waiting(imp_uid)?;
        payment.status = Status::Cancelled;
        payment.cancelled_at = now;
        Ok(())
    }

    /// The payment, while it waits for money.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it waits for no money.
    pub fn waiting(&mut self, imp_uid: &str) -> Result<&mut Payment, Refusal> {
        let payment = self.payments.get_mut(imp_uid)?;
        match payment.status {
            Status::Ready => Ok(payment),
            other => Err(Refusal::invalid(format!("{imp_uid} is {} already", other.code()))),
        }
    }

    /// Money goes back. Returns PortOne's number of the refund.
    ///
    /// # Errors
    /// 404 when there is no such payment.
    pub fn refund(
        &mut self,
        imp_uid: &str,
        amount: Decimal,
        reason: &str,
    ) -> Result<String, Refusal> {
        let (id, at) = (self.payments.next_cancellation(), self.now);
        let payment = self.payments.get_mut(imp_uid)?;
        let reason = reason.to_owned();
        payment.cancellations.push(Cancellation { id: id.clone(), amount, at, reason });
        payment.cancelled_at = at;
        if payment.balance().is_zero() {
            payment.status = Status::Cancelled;
            self.drop_receipt(imp_uid)?;
            self.naver.cancel_all(imp_uid);
        }
        Ok(id)
    }

    /// Tells the merchant that money went back.
    ///
    /// # Errors
    /// 404 when there is no such payment.
    pub fn tell_of_refund(&mut self, imp_uid: &str, cancellation_id: &str) -> Result<(), Refusal> {
        let told = Notification::of(self.payments.get(imp_uid)?);
        // A refund in part leaves the payment `paid`; what is told is that something was cancelled.
        let told = told.with("status", "cancelled").with("cancellation_id", cancellation_id);
        self.outbox.push(told);
        Ok(())
    }

    /// Tells the merchant how a payment stands.
    ///
    /// # Errors
    /// 404 when there is no such payment.
    pub fn tell(&mut self, imp_uid: &str) -> Result<(), Refusal> {
        let notification = Notification::of(self.payments.get(imp_uid)?);
        self.outbox.push(notification);
        Ok(())
    }
}

fn receipt_url(imp_uid: &str) -> String {
    format!("https://receipt.example/{imp_uid}")
}
