//! How a payment differs from what was expected.

use std::error::Error;
use std::fmt;

use super::expected::Expected;
use super::payment_source::Verifiable;
use rust_decimal::Decimal;

const PAID: &str = "paid";

/// A payment that is not what the order asks for. Do not deliver; look at what happened.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PaymentMismatch {
    /// Everything that differs; never empty.
    pub differences: Vec<Difference>,
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Difference {
    /// The server answered with another payment than was asked for.
    ImpUid,
    /// The payment is for another order than the notification says.
    MerchantUid,
    /// Another amount.
    Amount {
        /// What the order costs.
        expected: Decimal,
        /// What the payment is for.
        found: Decimal,
    },
    /// Another currency.
    Currency {
        /// That of the order.
        expected: String,
        /// That of the payment.
        found: String,
    },
    /// The payment is not paid; this is its status.
    NotPaid(String),
    /// This much of it was given back already.
    Refunded(Decimal),
}

/// Whether these are the payment and the order that were asked for.
pub(super) fn of_identity(
    payment: &impl Verifiable,
    imp_uid: &str,
    merchant_uid: &str,
) -> Vec<Difference> {
    let mut differences = Vec::new();
    if payment.imp_uid() != imp_uid {
        differences.push(Difference::ImpUid);
    }
    if payment.merchant_uid() != merchant_uid {
        differences.push(Difference::MerchantUid);
    }
    differences
}

/// Whether all of it was paid and stayed paid.
pub(super) fn of_money(payment: &impl Verifiable, expected: &Expected) -> Vec<Difference> {
    let (amount, currency) = (payment.amount(), payment.currency());
    let (status, refunded) = (payment.status(), payment.refunded());
    let mut differences = Vec::new();
    if amount != expected.amount {
        differences.push(Difference::Amount { expected: expected.amount, found: amount });
    }
    if currency != expected.currency {
        let expected = expected.currency.clone();
        differences.push(Difference::Currency { expected, found: currency.to_owned() });
    }
    if status != PAID {
        differences.push(Difference::NotPaid(status.to_owned()));
    }
    if refunded != Decimal::ZERO {
        differences.push(Difference::Refunded(refunded));
    }
    differences
}

impl PaymentMismatch {
    pub(super) fn check(differences: Vec<Difference>) -> Result<(), Self> {
        if differences.is_empty() { Ok(()) } else { Err(Self { differences }) }
    }
}

impl fmt::Display for PaymentMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the payment that the order asks for")?;
        self.differences.iter().try_for_each(|difference| write!(f, "; {difference}"))
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ImpUid => f.write_str("it has another imp_uid"),
            Self::MerchantUid => f.write_str("it is for another merchant_uid"),
            Self::Amount { expected, found } => {
                write!(f, "the amount is {found} instead of {expected}")
            }
            Self::Currency { expected, found } => {
                write!(f, "the currency is {found:?} instead of {expected:?}")
            }
            Self::NotPaid(status) => write!(f, "the status is {status:?}, not paid"),
            Self::Refunded(amount) => write!(f, "{amount} of it was given back"),
        }
    }
}

impl Error for PaymentMismatch {}
