//! A parsed notification, which is untrusted.

use std::fmt;

use super::error::WebhookError;
use super::notification_fields::NotificationFields;
use crate::redacted::Redacted;

/// The body of a webhook. It is untrusted input; only its identifiers are exposed.
///
/// Its other fields are claims of the sender, with accessors named `claimed_…`.
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
    /// Parses the body of a request, which is JSON or a form, as set in the console. Without a content
    /// type, the format is detected.
    ///
    /// # Errors
    ///
    /// If the body is not a valid notification; respond with 400.
    pub fn parse(content_type: Option<&str>, body: &[u8]) -> Result<Self, WebhookError> {
        let mut fields = NotificationFields::parse(content_type, body)?;
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

    /// The identifier of the payment at PortOne.
    pub fn imp_uid(&self) -> &str {
        &self.imp_uid
    }

    /// The identifier of the order in the merchant's own database.
    pub fn merchant_uid(&self) -> &str {
        &self.merchant_uid
    }

    /// The identifier of the cancellation, if the notification is of one.
    pub fn cancellation_id(&self) -> Option<&str> {
        self.cancellation_id.as_deref()
    }

    /// The status of the payment that the sender claims: `ready`, `paid`, `failed` or `cancelled`. **Never
    /// act on it**, except for metrics: [`verify`](Self::verify) asks the server.
    pub fn claimed_status(&self) -> Option<&str> {
        self.status.as_deref()
    }

    /// The event that the sender claims, in notifications that are not of payments, such as
    /// `Inicis.Escrow.Changed` and `Galaxia.Cvs.Confirm`. **Never act on it** before looking it up.
    pub fn claimed_event(&self) -> Option<&str> {
        self.event.as_deref()
    }

    /// The details of the event that the sender claims, as JSON or text of any shape. **Never act on it**
    /// before looking it up.
    pub fn claimed_extra(&self) -> Option<&str> {
        self.extra.as_deref()
    }
}

/// The details of an event may be personal.
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
