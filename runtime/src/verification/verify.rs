//! Verification of a payment against the server.

use super::difference::{Difference, PaymentMismatch, of_identity, of_money};
use super::error::VerifyError;
use super::expected::Expected;
use super::payment_source::{PaymentSource, Verifiable};
use super::untrusted_payment::UntrustedPayment;
use super::verified::Verified;

const PAID: &str = "paid";

/// A payment that was read, and whether it went through a test channel.
struct FoundPayment<P> {
    payment: P,
    is_test: bool,
}

impl UntrustedPayment {
    /// Reads the payment and compares it with the order: `expected` comes from the merchant's own database,
    /// and an amount alone is in won.
    ///
    /// It must be fully paid, without refunds, for this order. A payment of a test channel is a difference,
    /// unless the client [includes](crate::ClientBuilder::include_test_payments) them.
    ///
    /// # Errors
    ///
    /// If the payment differs, does not exist, or cannot be read.
    pub async fn verify<C: PaymentSource>(
        &self,
        client: &C,
        expected: impl Into<Expected> + Send,
    ) -> Result<Verified<C::Payment>, VerifyError> {
        let expected = expected.into();
        let (found, mut differences) = self.read(client).await?;
        differences.extend(of_money(&found.payment, &expected));
        PaymentMismatch::from_differences(differences)?;
        Ok(Verified::new(found.payment, found.is_test))
    }

    /// Reads the payment in any state, for cancellations and virtual accounts: **it need not be paid**. It
    /// belongs to this order, and to a test channel only if the client
    /// [includes](crate::ClientBuilder::include_test_payments) them.
    ///
    /// # Errors
    ///
    /// If the payment is another one, does not exist, or cannot be read.
    pub async fn look_up<C: PaymentSource>(&self, client: &C) -> Result<C::Payment, VerifyError> {
        let (found, differences) = self.read(client).await?;
        PaymentMismatch::from_differences(differences)?;
        Ok(found.payment)
    }

    /// Reads the payment and compares its identity and its channel.
    async fn read<C: PaymentSource>(
        &self,
        client: &C,
    ) -> Result<(FoundPayment<C::Payment>, Vec<Difference>), VerifyError> {
        let imp_uid = match self.imp_uid() {
            Some(imp_uid) => imp_uid.to_owned(),
            None => imp_uid_of_order(client, self.merchant_uid()).await?,
        };
        let found = read_payment(client, &imp_uid).await?;
        let mut differences = of_identity(&found.payment, &imp_uid, self.merchant_uid());
        if found.is_test && !client.includes_test_payments() {
            differences.push(Difference::TestPayment);
        }
        Ok((found, differences))
    }
}

/// The `imp_uid` of the paid payment of an order, or else of the latest one.
async fn imp_uid_of_order<C: PaymentSource>(
    client: &C,
    merchant_uid: &str,
) -> Result<String, VerifyError> {
    let paid = client.payment_of_order(merchant_uid, Some(PAID)).await;
    let found = match paid.map_err(VerifyError::of_read) {
        Err(VerifyError::NotFound(_)) => {
            client.payment_of_order(merchant_uid, None).await.map_err(VerifyError::of_read)?
        }
        paid => paid?,
    };
    // The payment is read once more by its identifier, and may be hidden then.
    if found.sandbox() == Some(true) && !client.includes_test_payments() {
        PaymentMismatch::from_differences(vec![Difference::TestPayment])?;
    }
    Ok(found.imp_uid().to_owned())
}

async fn read_payment<C: PaymentSource>(
    client: &C,
    imp_uid: &str,
) -> Result<FoundPayment<C::Payment>, VerifyError> {
    let included = client.includes_test_payments();
    let payment = client.payment(imp_uid, included).await.map_err(VerifyError::of_read)?;
    let is_test = match payment.sandbox() {
        Some(is_test) => is_test,
        // The server hides payments of test channels from this read.
        None if !included => false,
        None => is_hidden(client, imp_uid).await?,
    };
    Ok(FoundPayment { payment, is_test })
}

/// True if the server hides a payment that exists, as it does with those of test channels.
async fn is_hidden<C: PaymentSource>(client: &C, imp_uid: &str) -> Result<bool, VerifyError> {
    match client.payment(imp_uid, false).await.map_err(VerifyError::of_read) {
        Ok(_) => Ok(false),
        Err(VerifyError::NotFound(_)) => Ok(true),
        Err(error) => Err(error),
    }
}
