//! One webhook to one address.

use std::fmt;

/// A minute of the server's time.
const BETWEEN_ATTEMPTS: i64 = 60;

/// The first, and five more.
const ATTEMPTS: u32 = 6;

/// A webhook to one address: sent, to be sent, or not sent.
///
/// `Debug` shows neither the address nor the body.
#[derive(Clone)]
pub struct Delivery {
    pub(super) number: u64,
    pub(super) due: i64,
    pub(super) problem: Option<String>,
    pub(super) waits: bool,
    at: i64,
    url: Option<String>,
    content_type: &'static str,
    body: String,
    attempts: u32,
    status: Option<u16>,
}

/// The status that a shop answered, or why there was none.
pub type Attempt = Result<u16, String>;

impl Delivery {
    pub(super) fn new(
        at: i64,
        url: Option<String>,
        content_type: &'static str,
        body: String,
    ) -> Self {
        Self {
            number: 0,
            due: at,
            problem: None,
            waits: true,
            at,
            url,
            content_type,
            body,
            attempts: 0,
            status: None,
        }
    }

    /// Counts from 1, in the order in which they came up.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The server's time when it came up, in Unix seconds.
    pub fn at(&self) -> i64 {
        self.at
    }

    /// Where it goes, if there is an address.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// `application/json`
    pub fn content_type(&self) -> &str {
        self.content_type
    }

    /// JSON, or a form.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// How often it was sent.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Whether it is still to be sent, or to be sent again.
    pub fn is_waiting(&self) -> bool {
        self.waits
    }

    /// What the shop answered last.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// Why it was not sent, or the shop gave no answer.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// Notes an attempt, and whether there will be another.
    pub(super) fn note(&mut self, attempt: Attempt, resends: bool) {
        self.attempts += 1;
        (self.status, self.problem) = match attempt {
            Ok(status) => (Some(status), None),
            Err(problem) => (None, Some(problem)),
        };
        let heard = self.status.is_some_and(|status| (200..300).contains(&status));
        self.waits = resends && !heard && self.attempts < ATTEMPTS;
        self.due = self.due.saturating_add(BETWEEN_ATTEMPTS);
    }
}

impl fmt::Debug for Delivery {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Delivery")
            .field("number", &self.number)
            .field("at", &self.at)
            .field("attempts", &self.attempts)
            .field("is_waiting", &self.waits)
            .field("status", &self.status)
            .field("problem", &self.problem)
            .finish_non_exhaustive()
    }
}
