//! All payments of a merchant, and what becomes of them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::json;

use super::Books;
use super::order::Order;
use super::payment::{Cancellation, Payment, Status};
use crate::notification::Notification;
use crate::refusal::Refusal;

/// More than any test makes. Beyond it, the server refuses rather than grow.
const MOST: usize = 1_000_000;

/// Payments in the order in which they were begun.
#[derive(Debug, Default)]
pub struct Payments {
    branch: u32,
    list: Vec<Payment>,
    by_uid: BTreeMap<String, usize>,
    by_order: BTreeMap<String, Vec<usize>>,
    cancellations: u64,
}

impl Payments {
    /// None yet.
    pub fn new(branch: u32) -> Self {
        Self { branch, ..Self::default() }
    }

    /// In the order in which they were begun.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Payment> {
        self.list.iter()
    }

    /// The payment with this `imp_uid`.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get(&self, imp_uid: &str) -> Result<&Payment, Refusal> {
        let index = self.by_uid.get(imp_uid).copied();
        index.and_then(|index| self.list.get(index)).ok_or_else(|| unknown(imp_uid))
    }

    /// The same, to be changed.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get_mut(&mut self, imp_uid: &str) -> Result<&mut Payment, Refusal> {
        let index = self.by_uid.get(imp_uid).copied();
        index.and_then(|index| self.list.get_mut(index)).ok_or_else(|| unknown(imp_uid))
    }

    /// The payment with this `imp_uid`, while its money is there.
    ///
    /// # Errors
    /// 404 when there is none, 400 when it is not `paid`.
    pub fn paid(&self, imp_uid: &str) -> Result<&Payment, Refusal> {
        let payment = self.get(imp_uid)?;
        match payment.status {
            Status::Paid => Ok(payment),
            other => Err(Refusal::invalid(format!("{imp_uid} is {}, not paid", other.code()))),
        }
    }

    /// The payments of an order.
    pub fn of_order<'p>(&'p self, merchant_uid: &str) -> impl Iterator<Item = &'p Payment> {
        let indices = self.by_order.get(merchant_uid).map_or(&[][..], Vec::as_slice);
        indices.iter().filter_map(|index| self.list.get(*index))
    }

    /// The payment that paid for an order.
    pub fn paid_for(&self, merchant_uid: &str) -> Option<&Payment> {
        self.of_order(merchant_uid).find(|payment| payment.status == Status::Paid)
    }

    fn add(&mut self, payment: Payment) {
        let index = self.list.len();
        self.by_uid.insert(payment.imp_uid.clone(), index);
        self.by_order.entry(payment.merchant_uid.clone()).or_default().push(index);
        self.list.push(payment);
    }

    fn next_uid(&self) -> String {
        format!("imp_{:02}{:010}", self.branch, self.list.len() + 1)
    }

    fn next_cancellation(&mut self) -> String {
        self.cancellations += 1;
        format!("cancellation_{:02}{:010}", self.branch, self.cancellations)
    }
}

fn unknown(imp_uid: &str) -> Refusal {
    Refusal::not_found(format_args!("payment {imp_uid}"))
}

impl Books {
    /// Enters a payment that nothing has happened to yet. Returns its `imp_uid`.
    ///
    /// # Errors
    /// 500 when there are too many, 200 with code 1 when the order was prepared with another amount.
    pub fn enter(&mut self, order: Order) -> Result<String, Refusal> {
        if self.payments.list.len() >= MOST {
            return Err(Refusal::new(500, "there are too many payments: reset the fake"));
        }
        self.compare_with_prepared(&order)?;
        let imp_uid = self.payments.next_uid();
        self.payments.add(begun(&imp_uid, order, self.now));
        Ok(imp_uid)
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
        payment.fields.insert("receipt_url".to_owned(), json!(receipt_url(imp_uid)));
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
        self.waiting(imp_uid)?.fields.insert("vbank_date".to_owned(), json!(end));
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
        payment.fields.insert("fail_reason".to_owned(), json!(reason));
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

fn begun(imp_uid: &str, order: Order, now: i64) -> Payment {
    let mut fields = order.fields;
    fields.entry("pg_tid").or_insert_with(|| json!(format!("tid-of-{imp_uid}")));
    fields.entry("pg_id").or_insert_with(|| json!(order.channel.shop_id()));
    fields.entry("receipt_url").or_insert_with(|| json!(""));
    if order.channel.sandbox {
        fields.insert("sandbox".to_owned(), json!(true));
    }
    Payment {
        imp_uid: imp_uid.to_owned(),
        merchant_uid: order.merchant_uid,
        gateway: order.channel.gateway,
        status: Status::Ready,
        amount: order.amount,
        currency: order.currency,
        started_at: now,
        paid_at: 0,
        failed_at: 0,
        cancelled_at: 0,
        cancellations: Vec::new(),
        sandbox: order.channel.sandbox,
        notice_urls: order.notice_urls,
        fields,
    }
}

fn receipt_url(imp_uid: &str) -> String {
    format!("https://receipt.example/{imp_uid}")
}
