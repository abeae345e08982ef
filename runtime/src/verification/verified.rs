//! A verified payment.

use std::ops::Deref;

/// A payment that the server has confirmed as paid, for the expected order, amount and currency.
///
/// Only [`verify`](super::UntrustedPayment::verify) creates one, so a function that takes a
/// `Verified<Payment>` cannot deliver goods for an unverified payment.
#[derive(Clone, Debug)]
pub struct Verified<P> {
    payment: P,
    is_test: bool,
}

impl<P> Verified<P> {
    pub(super) fn new(payment: P, is_test: bool) -> Self {
        Self { payment, is_test }
    }

    /// Returns `true` if the payment went through a test channel, so that no money has moved. Only clients
    /// that [include](crate::ClientBuilder::include_test_payments) test payments verify such a payment.
    pub fn is_test(&self) -> bool {
        self.is_test
    }

    /// The payment, without the guarantee.
    pub fn into_inner(self) -> P {
        self.payment
    }
}

impl<P> Deref for Verified<P> {
    type Target = P;

    fn deref(&self) -> &P {
        &self.payment
    }
}
