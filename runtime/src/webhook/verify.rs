//! Verification of a notification against the payment on the server.

use super::difference::{PaymentMismatch, of_identity, of_money};
use super::error::VerifyError;
use super::expected::Expected;
use super::notification::UntrustedNotification;
use super::payment_source::PaymentSource;
use super::verified::Verified;
use crate::error::Error;

const NOT_FOUND: u16 = 404;

impl UntrustedNotification {
    /// Fetches the payment and compares it with the order: `expected` comes from your own database, and an
    /// amount alone is in won.
    ///
    /// It must be fully paid, without refunds, for the order that the notification names.
    ///
    /// # Errors
    ///
    /// If the payment differs, does not exist, or cannot be fetched.
    pub async fn verify<C: PaymentSource>(
        &self,
        client: &C,
        expected: impl Into<Expected> + Send,
    ) -> Result<Verified<C::Payment>, VerifyError> {
        let expected = expected.into();
        let payment = self.fetch(client).await?;
        let mut differences = of_identity(&payment, self.imp_uid(), self.merchant_uid());
        differences.extend(of_money(&payment, &expected));
        PaymentMismatch::from_differences(differences)?;
        Ok(Verified::new(payment))
    }

    /// Fetches the payment in any state, for notifications of cancellations and virtual accounts: **it
    /// need not be paid**. It belongs to the order that the notification names.
    ///
    /// # Errors
    ///
    /// If the payment is another one, does not exist, or cannot be fetched.
    pub async fn look_up<C: PaymentSource>(&self, client: &C) -> Result<C::Payment, VerifyError> {
        let payment = self.fetch(client).await?;
        PaymentMismatch::from_differences(of_identity(
            &payment,
            self.imp_uid(),
            self.merchant_uid(),
        ))?;
        Ok(payment)
    }

    async fn fetch<C: PaymentSource>(&self, client: &C) -> Result<C::Payment, VerifyError> {
        client.payment(self.imp_uid()).await.map_err(|error| match is_not_found(&error) {
            true => VerifyError::NotFound(error),
            false => VerifyError::Call(error),
        })
    }
}

/// A 404 without an envelope does not come from the server, but from a proxy.
fn is_not_found(error: &Error) -> bool {
    error.status() == Some(NOT_FOUND) && error.code().is_some()
}

impl From<PaymentMismatch> for VerifyError {
    fn from(mismatch: PaymentMismatch) -> Self {
        Self::Mismatch(mismatch)
    }
}
