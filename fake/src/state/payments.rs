//! All payments of a merchant.

use std::collections::BTreeMap;

use serde_json::json;

use super::order::Order;
use super::payment::{PaymentRecord, PaymentStatus, WindowEnd};
use crate::api_error::ApiError;
use crate::messages;

/// Maximum number of payments, which bounds the memory.
const MAX_PAYMENTS: usize = 1_000_000;

/// Payments in the order of creation.
#[derive(Debug, Default)]
pub struct Payments {
    branch: u32,
    list: Vec<PaymentRecord>,
    by_uid: BTreeMap<String, usize>,
    by_order: BTreeMap<String, Vec<usize>>,
    cancellations: u64,
}

impl Payments {
    /// Creates an empty store.
    pub fn new(branch: u32) -> Self {
        Self { branch, ..Self::default() }
    }

    /// Iterates over the payments in the order of creation.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &PaymentRecord> {
        self.list.iter()
    }

    /// Returns the payment with this `imp_uid`.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get(&self, imp_uid: &str) -> Result<&PaymentRecord, ApiError> {
        let index = self.by_uid.get(imp_uid).copied();
        index.and_then(|index| self.list.get(index)).ok_or_else(not_found)
    }

    /// Returns the payment with this `imp_uid` for modification.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get_mut(&mut self, imp_uid: &str) -> Result<&mut PaymentRecord, ApiError> {
        let index = self.by_uid.get(imp_uid).copied();
        index.and_then(|index| self.list.get_mut(index)).ok_or_else(not_found)
    }

    /// Returns the payment with this `imp_uid`, if it is `paid`.
    ///
    /// # Errors
    /// 404 when there is none, 400 when it is not `paid`.
    pub fn paid(&self, imp_uid: &str) -> Result<&PaymentRecord, ApiError> {
        let payment = self.get(imp_uid)?;
        match payment.status {
            PaymentStatus::Paid => Ok(payment),
            other => Err(ApiError::bad_request(format!("{imp_uid} is {}, not paid", other.code()))),
        }
    }

    /// Iterates over the payments of an order.
    pub fn of_order<'p>(&'p self, merchant_uid: &str) -> impl Iterator<Item = &'p PaymentRecord> {
        let indices = self.by_order.get(merchant_uid).map_or(&[][..], Vec::as_slice);
        indices.iter().filter_map(|index| self.list.get(*index))
    }

    /// Returns the paid payment of an order.
    pub fn paid_for(&self, merchant_uid: &str) -> Option<&PaymentRecord> {
        self.of_order(merchant_uid).find(|payment| payment.status == PaymentStatus::Paid)
    }

    /// Returns the paid payment of an order, or else the last one.
    pub fn latest_of(&self, merchant_uid: &str) -> Option<&PaymentRecord> {
        self.paid_for(merchant_uid).or_else(|| self.of_order(merchant_uid).last())
    }

    /// Returns `true` if a payment of an order was paid, also if it is refunded.
    pub fn was_paid(&self, merchant_uid: &str) -> bool {
        self.of_order(merchant_uid).any(|payment| payment.paid_at > 0)
    }

    /// Creates a payment in status `ready`. Returns its `imp_uid`.
    ///
    /// # Errors
    /// 500 when there are too many, 400 when the given `imp_uid` is taken.
    pub fn create(&mut self, order: Order, now: i64) -> Result<String, ApiError> {
        if self.list.len() >= MAX_PAYMENTS {
            let message = format!("the maximum is {MAX_PAYMENTS} payments: POST /_fake/reset");
            return Err(ApiError::new(500, message));
        }
        let imp_uid = order.imp_uid.clone().unwrap_or_else(|| self.next_uid());
        if self.by_uid.contains_key(&imp_uid) {
            return Err(ApiError::bad_request(format!("there already is a payment {imp_uid}")));
        }
        self.add(new_payment(&imp_uid, order, now));
        Ok(imp_uid)
    }

    fn add(&mut self, payment: PaymentRecord) {
        let index = self.list.len();
        self.by_uid.insert(payment.imp_uid.clone(), index);
        self.by_order.entry(payment.merchant_uid.clone()).or_default().push(index);
        self.list.push(payment);
    }

    fn next_uid(&self) -> String {
        let uid = |number| format!("imp_{:02}{number:010}", self.branch);
        let mut free =
            (self.list.len() + 1..).map(uid).filter(|uid| !self.by_uid.contains_key(uid));
        free.next().unwrap_or_default()
    }

    /// Returns the `cancellation_id` of the next refund.
    pub fn next_cancellation_id(&mut self) -> String {
        self.cancellations += 1;
        format!("cancellation_{:02}{:010}", self.branch, self.cancellations)
    }
}

fn not_found() -> ApiError {
    ApiError::absent(messages::NO_PAYMENT)
}

fn new_payment(imp_uid: &str, order: Order, now: i64) -> PaymentRecord {
    let mut fields = order.fields;
    fields.entry("pg_tid").or_insert_with(|| json!(format!("tid-of-{imp_uid}")));
    fields.entry("pg_id").or_insert_with(|| json!(order.channel.shop_id()));
    fields.entry("receipt_url").or_insert_with(|| json!(""));
    if order.channel.sandbox {
        fields.insert("sandbox".to_owned(), json!(true));
    }
    PaymentRecord {
        imp_uid: imp_uid.to_owned(),
        merchant_uid: order.merchant_uid,
        gateway: order.channel.gateway,
        status: PaymentStatus::Ready,
        amount: order.amount,
        currency: order.currency,
        started_at: now,
        paid_at: 0,
        failed_at: 0,
        cancelled_at: 0,
        cancellations: Vec::new(),
        sandbox: order.channel.sandbox,
        window: WindowEnd::default(),
        notice_urls: order.notice_urls,
        fields,
    }
}
