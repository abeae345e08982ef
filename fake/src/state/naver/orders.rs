//! Naver Pay's data of a merchant.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::product_order::ProductOrder;
use crate::api_error::ApiError;

/// Maximum number of product orders in one payment.
const MAX_PRODUCT_ORDERS: usize = 1_000;

/// Product orders, reviews, credited points and confirmed purchases.
#[derive(Debug, Default)]
pub struct NaverOrders {
    /// Reviews: the type, short or long, and the record.
    pub reviews: Vec<(String, Value)>,
    /// Payments with credited points.
    pub credited: BTreeSet<String>,
    /// Payments with a confirmed purchase.
    pub confirmed: BTreeSet<String>,
    branch: u32,
    orders: BTreeMap<String, ProductOrder>,
    by_payment: BTreeMap<String, Vec<String>>,
}

impl NaverOrders {
    /// Creates an empty store.
    pub fn new(branch: u32) -> Self {
        Self { branch, ..Self::default() }
    }

    /// Returns a product order.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get(&self, id: &str) -> Result<&ProductOrder, ApiError> {
        self.orders.get(id).ok_or_else(|| not_found(id))
    }

    /// Returns a product order for modification.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get_mut(&mut self, id: &str) -> Result<&mut ProductOrder, ApiError> {
        self.orders.get_mut(id).ok_or_else(|| not_found(id))
    }

    /// Returns the ids of a payment's product orders.
    pub fn of_payment(&self, imp_uid: &str) -> Vec<String> {
        self.by_payment.get(imp_uid).cloned().unwrap_or_default()
    }

    /// Cancels all product orders of a fully refunded payment.
    pub fn cancel_all(&mut self, imp_uid: &str) {
        for id in self.of_payment(imp_uid) {
            let order = self.orders.get_mut(&id).filter(|order| !order.state.is_refunded());
            if let Some(order) = order {
                order.state = order.state.canceled();
            }
        }
    }

    /// Stores a product order and assigns its id.
    pub fn insert(&mut self, order: ProductOrder) {
        let id = format!("2024{:02}{:010}", self.branch, self.orders.len() + 1);
        self.by_payment.entry(order.imp_uid.clone()).or_default().push(id.clone());
        self.orders.insert(id.clone(), ProductOrder { id, ..order });
    }
}

fn not_found(id: &str) -> ApiError {
    ApiError::not_found(format_args!("product order {id}"))
}

/// Validates the number of product orders in a payment.
///
/// # Errors
/// 400 when it is out of range.
pub fn check_count(count: usize) -> Result<(), ApiError> {
    match (1..=MAX_PRODUCT_ORDERS).contains(&count) {
        true => Ok(()),
        false => Err(ApiError::bad_request(format!(
            "product_orders must be between 1 and {MAX_PRODUCT_ORDERS}, but is {count}"
        ))),
    }
}
