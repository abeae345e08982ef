//! A verified payment.

use std::ops::Deref;

/// A payment that the server has confirmed as paid, for the expected order, amount and currency.
///
/// Only [`verify`](super::UntrustedNotification::verify) creates one, so a function that takes a
/// `Verified<Payment>` cannot deliver goods for an unverified payment.
#[derive(Clone, Debug)]
pub struct Verified<P>(P);

impl<P> Verified<P> {
    pub(super) fn new(payment: P) -> Self {
        Self(payment)
    }

    /// The payment, without the guarantee.
    pub fn into_inner(self) -> P {
        self.0
    }
}

impl<P> Deref for Verified<P> {
    type Target = P;

    fn deref(&self) -> &P {
        &self.0
    }
}
