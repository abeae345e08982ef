//! The traits that the generated crate implements: its client and its payment.

use rust_decimal::Decimal;

use crate::error::Error;

/// A client that can read payments.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot read payments",
    label = "not a client that can read payments",
    note = "`portone_v1::Client` can, with the cargo feature `payments` of `portone-v1`"
)]
pub trait PaymentSource: Sync {
    /// The payment of the generated crate.
    type Payment: Verifiable;

    /// True if the client includes payments of test channels.
    fn includes_test_payments(&self) -> bool;

    /// Reads a payment: `GET /payments/{imp_uid}`.
    fn payment(
        &self,
        imp_uid: &str,
        include_test_payments: bool,
    ) -> impl Future<Output = Result<Self::Payment, Error>> + Send;

    /// Reads a payment of an order, in this status if one is given:
    /// `GET /payments/find/{merchant_uid}/{payment_status}`.
    fn payment_of_order(
        &self,
        merchant_uid: &str,
        status: Option<&'static str>,
    ) -> impl Future<Output = Result<Self::Payment, Error>> + Send;
}

/// A payment that can be verified, with the values that the server sent.
pub trait Verifiable: Send + Sync {
    /// The payment's `imp_uid`.
    fn imp_uid(&self) -> &str;
    /// The payment's `merchant_uid`.
    fn merchant_uid(&self) -> &str;
    /// The payment's `amount`.
    fn amount(&self) -> Decimal;
    /// The payment's `cancel_amount`.
    fn refunded(&self) -> Decimal;
    /// The code of the payment's `currency`; none if the server did not say.
    fn currency(&self) -> Option<&str>;
    /// The code of the payment's `status`.
    fn status(&self) -> &str;
    /// The payment's `sandbox`, which servers have left out.
    fn sandbox(&self) -> Option<bool>;
}
