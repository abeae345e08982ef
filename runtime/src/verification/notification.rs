//! The body of a webhook, which is untrusted.

use std::fmt;

use super::error::{ParseError, VerifyError};
use super::expected::Expected;
use super::identifiers;
use super::payment_source::PaymentSource;
use super::request_fields::RequestFields;
use super::untrusted_payment::UntrustedPayment;
use super::verified::Verified;
use crate::redacted::Redacted;

/// The body of a webhook. It is untrusted input; only its identifiers are exposed.
///
/// Its other fields are claims of the sender, with accessors named `claimed_…`.
#[derive(Clone)]
pub struct UntrustedNotification {
    imp_uid: String,
    payment: UntrustedPayment,
    cancellation_id: Option<String>,
    status: Option<String>,
    event: Option<String>,
    extra: Option<String>,
}

impl UntrustedNotification {
    /// Parses the body of a request, which is JSON or a form, as set in the console. Without a content
    /// type, the format is detected. Other fields are ignored, whatever they hold.
    ///
    /// # Errors
    ///
    /// If the body is not a valid notification; respond with the error's
    /// [`status`](ParseError::status), which is 400.
    pub fn parse(content_type: Option<&str>, body: &[u8]) -> Result<Self, ParseError> {
        let fields = RequestFields::of_body(content_type, body)?;
        let imp_uid = identifiers::required_imp_uid(&fields)?;
        let merchant_uid = identifiers::required_merchant_uid(&fields)?;
        Ok(Self {
            payment: UntrustedPayment::checked(imp_uid.clone(), merchant_uid),
            imp_uid,
            cancellation_id: fields.key("cancellation_id")?.map(str::to_owned),
            status: fields.claim("status"),
            event: fields.claim("event"),
            extra: fields.any("extra"),
        })
    }

    /// The payment that the notification names.
    pub fn payment(&self) -> &UntrustedPayment {
        &self.payment
    }

    /// The identifier of the payment at PortOne.
    pub fn imp_uid(&self) -> &str {
        &self.imp_uid
    }

    /// The identifier of the order in the merchant's own database.
    pub fn merchant_uid(&self) -> &str {
        self.payment.merchant_uid()
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

    /// Verifies the payment that the notification names; see [`UntrustedPayment::verify`].
    ///
    /// # Errors
    ///
    /// Those of [`UntrustedPayment::verify`].
    pub async fn verify<C: PaymentSource>(
        &self,
        client: &C,
        expected: impl Into<Expected> + Send,
    ) -> Result<Verified<C::Payment>, VerifyError> {
        self.payment.verify(client, expected).await
    }

    /// Reads the payment that the notification names; see [`UntrustedPayment::look_up`].
    ///
    /// # Errors
    ///
    /// Those of [`UntrustedPayment::look_up`].
    pub async fn look_up<C: PaymentSource>(&self, client: &C) -> Result<C::Payment, VerifyError> {
        self.payment.look_up(client).await
    }
}

impl AsRef<UntrustedPayment> for UntrustedNotification {
    fn as_ref(&self) -> &UntrustedPayment {
        &self.payment
    }
}

/// The details of an event may be personal.
impl fmt::Debug for UntrustedNotification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UntrustedNotification")
            .field("imp_uid", &self.imp_uid)
            .field("merchant_uid", &self.merchant_uid())
            .field("cancellation_id", &self.cancellation_id)
            .field("claimed_status", &self.status)
            .field("claimed_event", &self.event)
            .field("claimed_extra", &Redacted::of(&self.extra))
            .finish()
    }
}
