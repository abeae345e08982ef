//! All payments of a merchant.

use std::collections::BTreeMap;

use serde_json::json;

use super::order::Order;
use super::payment::{Payment, Status};
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

    /// Begins a payment that nothing has happened to yet. Returns its `imp_uid`.
    ///
    /// # Errors
    /// 500 when there are too many.
    pub fn begin(&mut self, order: Order, now: i64) -> Result<String, Refusal> {
        if self.list.len() >= MOST {
            return Err(Refusal::new(500, "there are too many payments: reset the fake"));
        }
        let imp_uid = self.next_uid();
        self.add(begun(&imp_uid, order, now));
        Ok(imp_uid)
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

    /// PortOne's number of one more refund.
    pub fn next_cancellation(&mut self) -> String {
        self.cancellations += 1;
        format!("cancellation_{:02}{:010}", self.branch, self.cancellations)
    }
}

fn unknown(imp_uid: &str) -> Refusal {
    Refusal::not_found(format_args!("payment {imp_uid}"))
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
