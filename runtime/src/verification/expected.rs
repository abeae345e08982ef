//! The expected amount of an order.

use rust_decimal::Decimal;

const WON: &str = "KRW";

/// The expected amount and currency, from the merchant's own database. An amount alone is in won.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    pub(super) amount: Decimal,
    pub(super) currency: String,
}

impl Expected {
    /// Creates an amount in the currency with this ISO 4217 code.
    pub fn new(amount: impl Into<Decimal>, currency: impl Into<String>) -> Self {
        Self { amount: amount.into(), currency: currency.into() }
    }

    /// Creates an amount in won.
    pub fn won(amount: impl Into<Decimal>) -> Self {
        Self::new(amount, WON)
    }
}

impl From<Decimal> for Expected {
    fn from(amount: Decimal) -> Self {
        Self::won(amount)
    }
}

impl From<i64> for Expected {
    fn from(amount: i64) -> Self {
        Self::won(amount)
    }
}
