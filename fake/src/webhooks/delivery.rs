//! Delivery of a webhook to one address.

use std::fmt;

/// Time between attempts, in seconds of the server's clock.
const RETRY_INTERVAL: i64 = 60;

/// Maximum number of attempts: the first and five retries.
const MAX_ATTEMPTS: u32 = 6;

/// Delivery of a webhook to one address: pending, sent or failed.
///
/// `Debug` omits the address and the body.
#[derive(Clone)]
pub struct WebhookDelivery {
    pub(super) number: u64,
    pub(super) due: i64,
    pub(super) error: Option<String>,
    pub(super) pending: bool,
    /// The merchant's order number, empty if it is forged.
    pub(super) order: String,
    at: i64,
    url: Option<String>,
    content_type: &'static str,
    body: String,
    attempts: u32,
    status: Option<u16>,
}

/// Result of an attempt: the receiver's HTTP status, or an error.
pub type Attempt = Result<u16, String>;

impl WebhookDelivery {
    pub(super) fn new(
        at: i64,
        url: Option<String>,
        content_type: &'static str,
        body: String,
    ) -> Self {
        Self {
            number: 0,
            due: at,
            error: None,
            pending: true,
            order: String::new(),
            at,
            url,
            content_type,
            body,
            attempts: 0,
            status: None,
        }
    }

    /// Number of the delivery, from 1, in the order of the events.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The server's time of the event, in Unix seconds.
    pub fn at(&self) -> i64 {
        self.at
    }

    /// Address, if there is one.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Content type: `application/json`.
    pub fn content_type(&self) -> &str {
        self.content_type
    }

    /// Body, as JSON or a form.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// Number of attempts.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Returns `true` if there will be another attempt.
    pub fn is_pending(&self) -> bool {
        self.pending
    }

    /// HTTP status of the last attempt.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// Error of the last attempt, or the reason for none.
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// Records an attempt, and schedules a retry if it failed.
    pub(super) fn record(&mut self, attempt: Attempt, retries: bool) {
        self.attempts += 1;
        (self.status, self.error) = match attempt {
            Ok(status) => (Some(status), None),
            Err(error) => (None, Some(error)),
        };
        let has_failed = self.status.is_none_or(|status| status >= 500);
        self.pending = retries && has_failed && self.attempts < MAX_ATTEMPTS;
        self.due = self.due.saturating_add(RETRY_INTERVAL);
    }
}

impl fmt::Debug for WebhookDelivery {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("WebhookDelivery")
            .field("number", &self.number)
            .field("at", &self.at)
            .field("attempts", &self.attempts)
            .field("is_pending", &self.pending)
            .field("status", &self.status)
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}
