//! The access token and how long it lasts.

use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::header::HeaderValue;

use super::token_response::Grant;

/// The server hands out the same token until this long before its end: asking earlier gains nothing.
const RENEWAL: Duration = Duration::from_secs(60);

/// How much of its life a token needs to arrive at the server before its end.
const ON_THE_WAY: Duration = Duration::from_secs(10);

/// An access token, ready to be sent. Clones are the same token; what the server says next time is
/// another one, even if it reads the same.
#[derive(Clone)]
pub(crate) struct Token(Arc<Inner>);

struct Inner {
    header: HeaderValue,
    since: Instant,
    lifetime: Duration,
}

impl Token {
    /// A token that lasts this long from `since` on. Counted from before the request for it, it never
    /// ends sooner than believed: the server's clock cannot have been read earlier.
    pub(super) fn new(grant: &Grant, since: Instant, lifetime: Duration) -> Self {
        Self(Arc::new(Inner { header: grant.header().clone(), since, lifetime }))
    }

    pub(crate) fn header(&self) -> &HeaderValue {
        &self.0.header
    }

    /// Whether asking for a token now would bring this one, as it is.
    pub(super) fn is_fresh(&self) -> bool {
        self.remaining() >= RENEWAL
    }

    /// Whether a call can still be sent with it.
    pub(super) fn is_usable(&self) -> bool {
        self.remaining() >= ON_THE_WAY
    }

    fn remaining(&self) -> Duration {
        self.0.lifetime.saturating_sub(self.0.since.elapsed())
    }

    pub(super) fn reads_like(&self, other: &Self) -> bool {
        self.0.header == other.0.header
    }

    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
