//! Balance of a prepaid or points account.

use rust_decimal::Decimal;

use super::payment::PaymentRecord;
use super::payments::Payments;

/// Money or points of an account: payments lower the balance, refunds raise it.
#[derive(Clone, Debug)]
pub struct Balance {
    initial: Decimal,
    payments: Vec<String>,
}

impl Balance {
    /// Creates a balance without payments.
    pub fn new(initial: Decimal) -> Self {
        Self { initial, payments: Vec::new() }
    }

    /// Records a payment from this account.
    pub fn record_payment(&mut self, imp_uid: &str) {
        self.payments.push(imp_uid.to_owned());
    }

    /// Returns the available amount.
    pub fn available(&self, payments: &Payments) -> Decimal {
        let paid = self.payments.iter().filter_map(|imp_uid| payments.get(imp_uid).ok());
        self.initial - paid.map(PaymentRecord::balance).sum::<Decimal>()
    }
}
