//! A notification, which anybody could have sent.

use std::fmt;

use super::error::WebhookError;
use super::fields::Fields;
use crate::redacted::Redacted;

/// A webhook's body: it names a payment to look up, and whatever else it says may be a lie.
///
/// So it gives away keys. What it claims beside them is behind names that say so.
#[derive(Clone)]
pub struct UntrustedNotification {
    imp_uid: String,
    merchant_uid: String,
    cancellation_id: Option<String>,
    status: Option<String>,
    event: Option<String>,
    extra: Option<String>,
}

impl UntrustedNotification {
    /// Reads the body of a request, JSON or a form as set in the console. Without a content type, the
    /// body tells which of them it is.
    ///
    /// # Errors
    ///
    /// When it is no notification; answer 400. No body makes it panic.
    pub fn parse(content_type: Option<&str>, body: &[u8]) -> Result<Self, WebhookError> {
        let mut fields = Fields::parse(content_type, body)?;
        let mut required = |name| fields.text(name)?.ok_or(WebhookError::Missing(name));
        Ok(Self {
            imp_uid: required("imp_uid")?,
            merchant_uid: required("merchant_uid")?,
            cancellation_id: fields.text("cancellation_id")?,
            status: fields.text("status")?,
            event: fields.text("event")?,
            extra: fields.any("extra"),
        })
    }

    /// The payment's key at PortOne, to look it up by.
    pub fn imp_uid(&self) -> &str {
        &self.imp_uid
    }

    /// The key of the merchant's order, to look it up by in the merchant's own database.
    pub fn merchant_uid(&self) -> &str {
        &self.merchant_uid
    }

    /// The key of the cancellation, when the notification is of one.
    pub fn cancellation_id(&self) -> Option<&str> {
        self.cancellation_id.as_deref()
    }

    /// What the sender, whoever that is, says the payment's status is: `ready`, `paid`, `failed` or
    /// `cancelled`. **Never act on it**: [`verify`](Self::verify) asks the server. Good for metrics.
    pub fn claimed_status(&self) -> Option<&str> {
        self.status.as_deref()
    }

    /// What the sender says has happened, in notifications of other things than payments, like
    /// `Inicis.Escrow.Changed` and `Galaxia.Cvs.Confirm`. **Never act on it** without looking it up.
    pub fn claimed_event(&self) -> Option<&str> {
        self.event.as_deref()
    }

    /// What the sender says about the event, as JSON or text of any shape. **Never act on it** without
    /// looking it up.
    pub fn claimed_extra(&self) -> Option<&str> {
        self.extra.as_deref()
    }
}

/// What comes with an event may be personal.
impl fmt::Debug for UntrustedNotification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UntrustedNotification")
            .field("imp_uid", &self.imp_uid)
            .field("merchant_uid", &self.merchant_uid)
            .field("cancellation_id", &self.cancellation_id)
            .field("claimed_status", &self.status)
            .field("claimed_event", &self.event)
            .field("claimed_extra", &Redacted::of(&self.extra))
            .finish()
    }
}
