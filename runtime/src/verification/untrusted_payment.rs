//! The payment that an untrusted request names.

use super::error::ParseError;
use super::identifiers;

/// The identifiers of a payment, or of an order alone. They are untrusted input: anyone can write them.
///
/// [`verify`](Self::verify) reads the payment from the server and compares it with the order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UntrustedPayment {
    imp_uid: Option<String>,
    merchant_uid: String,
}

impl UntrustedPayment {
    /// The payment with these identifiers, for requests that were parsed elsewhere, and for identifiers
    /// that were stored.
    ///
    /// # Errors
    ///
    /// If an identifier is empty, too long, or none that a payment can have.
    pub fn new(imp_uid: &str, merchant_uid: &str) -> Result<Self, ParseError> {
        let imp_uid = identifiers::checked_imp_uid(imp_uid)?;
        Ok(Self::checked(imp_uid, identifiers::checked_merchant_uid(merchant_uid)?))
    }

    /// The payment with these identifiers, which have been checked.
    pub(super) fn checked(imp_uid: String, merchant_uid: String) -> Self {
        Self { imp_uid: Some(imp_uid), merchant_uid }
    }

    /// The payment of an order that no request has reported: the buyer's browser never came back, and no
    /// webhook arrived. The `merchant_uid` is the order's own in the merchant's database.
    ///
    /// Of several payments of the order, the paid one is verified.
    pub fn of_order(merchant_uid: impl Into<String>) -> Self {
        Self { imp_uid: None, merchant_uid: merchant_uid.into() }
    }

    /// The identifier of the payment at PortOne; `None` if only the order is known.
    pub fn imp_uid(&self) -> Option<&str> {
        self.imp_uid.as_deref()
    }

    /// The identifier of the order in the merchant's own database.
    pub fn merchant_uid(&self) -> &str {
        &self.merchant_uid
    }
}

impl AsRef<Self> for UntrustedPayment {
    fn as_ref(&self) -> &Self {
        self
    }
}
