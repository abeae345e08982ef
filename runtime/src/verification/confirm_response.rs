//! The response to a confirm request.

use crate::json::Fields;

const APPROVED: u16 = 200;
const REFUSED: u16 = 400;

/// The response to a [`ConfirmRequest`](super::ConfirmRequest): approve the payment, or refuse it with a
/// reason. It is sent as [`status`](Self::status) and [`body`](Self::body), which is JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "PortOne approves nothing without the response"]
pub struct ConfirmResponse {
    refusal: Option<String>,
}

impl ConfirmResponse {
    /// Approves the payment.
    pub fn approve() -> Self {
        Self { refusal: None }
    }

    /// Refuses the payment. The reason becomes a part of the payment's `fail_reason`, which the buyer may
    /// read.
    pub fn refuse(reason: impl Into<String>) -> Self {
        Self { refusal: Some(reason.into()) }
    }

    /// Returns `true` if the payment is approved.
    pub fn is_approved(&self) -> bool {
        self.refusal.is_none()
    }

    /// The HTTP status: 200, or 400 for a refusal. PortOne approves the payment only after a 200.
    pub fn status(&self) -> u16 {
        if self.is_approved() { APPROVED } else { REFUSED }
    }

    /// The body, as `application/json`.
    pub fn body(&self) -> String {
        Fields::new().with("reason", &self.refusal).to_text()
    }
}
