//! The access token and how long it lasts.

use std::sync::Arc;
use std::time::{Duration, Instant};

use http::HeaderValue;

use super::token_response::TokenResponse;

/// The server returns the same token until this long before its expiry.
const RENEWAL_WINDOW: Duration = Duration::from_secs(60);

/// The remaining lifetime that a token needs to arrive at the server in time.
const MIN_REMAINING: Duration = Duration::from_secs(10);

/// An access token as a header. Clones are the same token; a token of a later response is another one,
/// even if its value is equal.
#[derive(Clone)]
pub(crate) struct Token(Arc<Inner>);

struct Inner {
    header: HeaderValue,
    since: Instant,
    lifetime: Duration,
}

impl Token {
    /// Creates a token with this lifetime from `since`, the time before it was requested: the server
    /// cannot have counted from an earlier one.
    pub(super) fn new(response: &TokenResponse, since: Instant, lifetime: Duration) -> Self {
        Self(Arc::new(Inner { header: response.header().clone(), since, lifetime }))
    }

    pub(crate) fn header(&self) -> &HeaderValue {
        &self.0.header
    }

    /// True if the server would still return this token.
    pub(super) fn is_fresh(&self) -> bool {
        self.remaining() >= RENEWAL_WINDOW
    }

    /// True if a call can still be sent with it.
    pub(super) fn is_usable(&self) -> bool {
        self.remaining() >= MIN_REMAINING
    }

    fn remaining(&self) -> Duration {
        self.0.lifetime.saturating_sub(self.0.since.elapsed())
    }

    pub(super) fn has_same_value(&self, other: &Self) -> bool {
        self.0.header == other.0.header
    }

    pub(super) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
