//! The result of a payment window, as the buyer's browser reports it.

use std::fmt;

use super::error::ParseError;
use super::identifiers;
use super::request_fields::RequestFields;
use super::untrusted_payment::UntrustedPayment;
use crate::redacted::Redacted;

/// The result of a payment window: the object of the browser's callback, which the page posts to the
/// shop, or the query of the redirect to `m_redirect_url`. It is untrusted input: buyers can write it.
#[derive(Clone, Debug)]
pub enum WindowResult {
    /// The window has made a payment, which may have failed: verify it.
    Payment(UntrustedPayment),
    /// The window has made no payment.
    Refused(WindowRefusal),
}

impl WindowResult {
    /// Parses the body that the page has posted, JSON or a form. Without a content type, the format is
    /// detected. Fields other than the identifiers and the error are ignored, whatever they hold.
    ///
    /// # Errors
    ///
    /// If the body is not the result of a window; respond with the error's
    /// [`status`](ParseError::status), which is 400.
    pub fn parse(content_type: Option<&str>, body: &[u8]) -> Result<Self, ParseError> {
        Self::of(&RequestFields::of_body(content_type, body)?)
    }

    /// Parses the query string of the redirect, with or without its `?`.
    ///
    /// # Errors
    ///
    /// If the query is not the result of a window; respond with the error's
    /// [`status`](ParseError::status), which is 400.
    pub fn from_query(query: &str) -> Result<Self, ParseError> {
        Self::of(&RequestFields::of_query(query)?)
    }

    fn of(fields: &RequestFields) -> Result<Self, ParseError> {
        let imp_uid = identifiers::imp_uid(fields)?;
        let Some(imp_uid) = imp_uid else { return WindowRefusal::of(fields).map(Self::Refused) };
        let merchant_uid = identifiers::required_merchant_uid(fields)?;
        Ok(Self::Payment(UntrustedPayment::checked(imp_uid, merchant_uid)))
    }
}

/// The refusal of a payment before the window has made one: the result has no `imp_uid`. The buyer closed
/// the window, or a parameter was wrong.
///
/// It is a claim as well: before giving the order up, verify [`order`](Self::order).
#[derive(Clone)]
pub struct WindowRefusal {
    order: Option<UntrustedPayment>,
    code: Option<String>,
    message: Option<String>,
}

impl WindowRefusal {
    fn of(fields: &RequestFields) -> Result<Self, ParseError> {
        let order = identifiers::merchant_uid(fields)?;
        let (code, message) = (fields.claim("error_code"), fields.any("error_msg"));
        if order.is_none() && code.is_none() && message.is_none() {
            return Err(ParseError::Missing("imp_uid"));
        }
        Ok(Self { order: order.map(UntrustedPayment::of_order), code, message })
    }

    /// The payment of the order, if the result names one.
    pub fn order(&self) -> Option<&UntrustedPayment> {
        self.order.as_ref()
    }

    /// The error code that the sender claims: `error_code`.
    pub fn claimed_error_code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The error message that the sender claims: `error_msg`. Escape it before showing it.
    pub fn claimed_error_message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

/// The message may be personal.
impl fmt::Debug for WindowRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WindowRefusal")
            .field("order", &self.order)
            .field("claimed_error_code", &self.code)
            .field("claimed_error_message", &Redacted::of(&self.message))
            .finish()
    }
}
