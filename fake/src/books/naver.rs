//! What Naver Pay keeps beside the payments: product orders, reviews, points, confirmations.

pub mod product_order;
mod progress;
pub mod state;
pub mod step;
mod transition;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde_json::Value;

use self::product_order::ProductOrder;
use super::Books;
use crate::refusal::Refusal;

/// More product orders than anybody has in one payment.
const MOST: usize = 1_000;

/// All that Naver Pay knows of a merchant.
#[derive(Debug, Default)]
pub struct Naver {
    /// Reviews: whether each is short or long, and the record.
    pub reviews: Vec<(String, Value)>,
    /// The payments whose points were credited.
    pub credited: BTreeSet<String>,
    /// The payments whose purchase was confirmed.
    pub confirmed: BTreeSet<String>,
    branch: u32,
    orders: BTreeMap<String, ProductOrder>,
    by_payment: BTreeMap<String, Vec<String>>,
}

impl Naver {
    /// Nothing yet.
    pub fn new(branch: u32) -> Self {
        Self { branch, ..Self::default() }
    }

    /// The product order of this number.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get(&self, id: &str) -> Result<&ProductOrder, Refusal> {
        self.orders.get(id).ok_or_else(|| Refusal::not_found(format_args!("product order {id}")))
    }

    /// The numbers of a payment's product orders.
    pub fn of_payment(&self, imp_uid: &str) -> Vec<String> {
        self.by_payment.get(imp_uid).cloned().unwrap_or_default()
    }

    /// All the money of a payment went back: none of its product orders stands any more.
    pub fn cancel_all(&mut self, imp_uid: &str) {
        for id in self.of_payment(imp_uid) {
            let order = self.orders.get_mut(&id).filter(|order| !order.state.is_refunded());
            if let Some(order) = order {
                order.state = order.state.canceled();
            }
        }
    }

    fn enter(&mut self, order: ProductOrder) {
        let id = format!("2024{:02}{:010}", self.branch, self.orders.len() + 1);
        self.by_payment.entry(order.imp_uid.clone()).or_default().push(id.clone());
        self.orders.insert(id.clone(), ProductOrder { id, ..order });
    }
}

/// Whether a payment can be split into so many product orders.
///
/// # Errors
/// 400 when nobody buys so many or so few products.
pub fn check_count(count: usize) -> Result<(), Refusal> {
    match (1..=MOST).contains(&count) {
        true => Ok(()),
        false => Err(Refusal::invalid(format!("a payment has 1 to {MOST} product orders"))),
    }
}

impl Books {
    /// Splits a payment into so many product orders, which share its amount.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when nobody buys so many or so few products.
    pub fn split(&mut self, imp_uid: &str, count: usize) -> Result<(), Refusal> {
        check_count(count)?;
        let payment = self.payments.get(imp_uid)?;
        let share = (payment.amount / Decimal::from(count)).floor();
        let rest = payment.amount - share * Decimal::from(count);
        for number in 1..=count {
            let amount = if number == count { share + rest } else { share };
            self.naver.enter(ProductOrder::new(payment, number, amount));
        }
        Ok(())
    }
}
