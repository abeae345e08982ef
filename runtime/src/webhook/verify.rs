//! Asking the server whether a notification is true.

use super::difference::{PaymentMismatch, of_identity, of_money};
use super::error::VerifyError;
use super::expected::Expected;
use super::notification::UntrustedNotification;
use super::payment_source::PaymentSource;
use super::verified::Verified;
use crate::error::Error;

const NOT_FOUND: u16 = 404;

impl UntrustedNotification {
    /// Looks the payment up and compares it with what the order costs: `expected` comes from your own
    /// database, and an amount alone is in won.
    ///
    /// All of it must be paid and nothing given back, for the order that the notification names.
    ///
    /// # Errors
    ///
    /// When the payment differs, does not exist, or cannot be looked up.
    pub async fn verify<C: PaymentSource>(
        &self,
        client: &C,
        expected: impl Into<Expected> + Send,
    ) -> Result<Verified<C::Payment>, VerifyError> {
        let expected = expected.into();
        let payment = self.find(client).await?;
        let mut differences = of_identity(&payment, self.imp_uid(), self.merchant_uid());
        differences.extend(of_money(&payment, &expected));
        PaymentMismatch::check(differences)?;
        Ok(Verified::new(payment))
    }

    /// Looks the payment up whatever has become of it, as for the notification of a cancellation or of
    /// a virtual account: **it need not be paid**. It is for the order that the notification names.
    ///
    /// # Errors
    ///
    /// When the payment is another one, does not exist, or cannot be looked up.
    pub async fn look_up<C: PaymentSource>(&self, client: &C) -> Result<C::Payment, VerifyError> {
        let payment = self.find(client).await?;
        PaymentMismatch::check(of_identity(&payment, self.imp_uid(), self.merchant_uid()))?;
        Ok(payment)
    }

    async fn find<C: PaymentSource>(&self, client: &C) -> Result<C::Payment, VerifyError> {
        client.payment(self.imp_uid()).await.map_err(|error| match says_unknown(&error) {
            true => VerifyError::NotFound(error),
            false => VerifyError::Call(error),
        })
    }
}

/// A 404 without an envelope comes from something else than the server.
fn says_unknown(error: &Error) -> bool {
    error.status() == Some(NOT_FOUND) && error.code().is_some()
}

impl From<PaymentMismatch> for VerifyError {
    fn from(mismatch: PaymentMismatch) -> Self {
        Self::Mismatch(mismatch)
    }
}
