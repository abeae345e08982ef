//! Money or points that somebody holds.

use rust_decimal::Decimal;

use super::payment::Payment;
use super::payments::Payments;

/// Payments lower it, and their refunds raise it again.
#[derive(Clone, Debug)]
pub struct Purse {
    given: Decimal,
    payments: Vec<String>,
}

impl Purse {
    /// Holds this much, and nothing was paid from it.
    pub fn new(given: Decimal) -> Self {
        Self { given, payments: Vec::new() }
    }

    /// Something was paid from it.
    pub fn pay(&mut self, imp_uid: &str) {
        self.payments.push(imp_uid.to_owned());
    }

    /// How much is left.
    pub fn left(&self, payments: &Payments) -> Decimal {
        let paid = self.payments.iter().filter_map(|imp_uid| payments.get(imp_uid).ok());
        self.given - paid.map(Payment::balance).sum::<Decimal>()
    }
}
