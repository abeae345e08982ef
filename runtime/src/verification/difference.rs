//! The differences between a payment and the expected one.

use std::error::Error;
use std::fmt;

use super::expected::Expected;
use super::payment_source::Verifiable;
use crate::error::report;
use rust_decimal::Decimal;

const PAID: &str = "paid";

/// A payment that does not match the order. Do not deliver; investigate.
#[derive(Clone)]
#[non_exhaustive]
pub struct PaymentMismatch {
    /// All differences, at least one.
    pub differences: Vec<Difference>,
}

/// A difference between a payment and the expected one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Difference {
    /// The server returned another payment than the requested one.
    ImpUid,
    /// The payment belongs to another order than the request names.
    MerchantUid,
    /// The amount differs.
    Amount {
        /// The amount of the order.
        expected: Decimal,
        /// The amount of the payment.
        found: Decimal,
    },
    /// The currency differs.
    Currency {
        /// The currency of the order.
        expected: String,
        /// The currency of the payment; none if the server did not say.
        found: Option<String>,
    },
    /// The status is not `paid`.
    NotPaid(String),
    /// This amount was refunded.
    Refunded(Decimal),
    /// The payment went through a test channel, which the client does not
    /// [include](crate::ClientBuilder::include_test_payments): no money has moved.
    TestPayment,
}

/// The differences of the identity: `imp_uid` and `merchant_uid`.
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

/// The differences of the money: amount, currency, status and refunds.
pub(super) fn of_money(payment: &impl Verifiable, expected: &Expected) -> Vec<Difference> {
    let (amount, currency) = (payment.amount(), payment.currency());
    let (status, refunded) = (payment.status(), payment.refunded());
    let mut differences = Vec::new();
    if amount != expected.amount {
        differences.push(Difference::Amount { expected: expected.amount, found: amount });
    }
    if currency != Some(&*expected.currency) {
        let (expected, found) = (expected.currency.clone(), currency.map(str::to_owned));
        differences.push(Difference::Currency { expected, found });
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
    pub(super) fn from_differences(differences: Vec<Difference>) -> Result<(), Self> {
        if differences.is_empty() { Ok(()) } else { Err(Self { differences }) }
    }
}

impl fmt::Display for PaymentMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the payment does not match the order")?;
        self.differences.iter().try_for_each(|difference| write!(f, "; {difference}"))
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ImpUid => f.write_str("the imp_uid differs"),
            Self::MerchantUid => f.write_str("the merchant_uid differs"),
            Self::Amount { expected, found } => {
                write!(f, "the amount is {found} instead of {expected}")
            }
            Self::Currency { expected, found: Some(found) } => {
                write!(f, "the currency is {found:?} instead of {expected:?}")
            }
            Self::Currency { expected, found: None } => {
                write!(f, "the currency is missing instead of {expected:?}")
            }
            Self::NotPaid(status) => write!(f, "the status is {status:?}, not paid"),
            Self::Refunded(amount) => write!(f, "{amount} was refunded"),
            Self::TestPayment => f.write_str("it is a test payment"),
        }
    }
}

impl fmt::Debug for PaymentMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return report(self, f);
        }
        f.debug_struct("PaymentMismatch").field("differences", &self.differences).finish()
    }
}

impl Error for PaymentMismatch {}
