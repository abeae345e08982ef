//! Proof that a payment was verified.

use std::ops::Deref;

/// A payment that the server itself has just called paid, for the expected order, amount and currency.
///
/// There is no other way to one than [`verify`](super::UntrustedNotification::verify), so a function
/// that delivers goods and takes a `Verified<Payment>` cannot be called for less.
#[derive(Clone, Debug)]
pub struct Verified<P>(P);

impl<P> Verified<P> {
    pub(super) fn new(payment: P) -> Self {
        Self(payment)
    }

    /// The payment, from here on without the proof.
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
