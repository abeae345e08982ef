//! The access token and how long it lasts.

mod account;
mod cache;
mod grant;
mod memory_store;
mod source;
mod store;
mod stored;

use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::header::HeaderValue;

use cache::TokenCache;
pub(crate) use grant::Grant;
pub use memory_store::MemoryTokenStore;
pub(crate) use source::Tokens;
pub use store::{StoreFuture, TokenStore};
pub use stored::StoredToken;

use crate::operation::{Authorization, Method, Operation};

pub(crate) const GET_TOKEN: Operation = Operation {
    name: "authentication.get_token",
    method: Method::Post,
    route: "/users/getToken",
    authorization: Authorization::None,
    repeatable: true,
    gateways: &[],
    parameters: &[],
};

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
    fn new(grant: &Grant, since: Instant, lifetime: Duration) -> Self {
        Self(Arc::new(Inner { header: grant.header().clone(), since, lifetime }))
    }

    pub(crate) fn header(&self) -> &HeaderValue {
        &self.0.header
    }

    /// Whether asking for a token now would bring this one, as it is.
    fn is_fresh(&self) -> bool {
        self.remaining() >= RENEWAL
    }

    /// Whether a call can still be sent with it.
    fn is_usable(&self) -> bool {
        self.remaining() >= ON_THE_WAY
    }

    fn remaining(&self) -> Duration {
        self.0.lifetime.saturating_sub(self.0.since.elapsed())
    }

    fn reads_like(&self, other: &Self) -> bool {
        self.0.header == other.0.header
    }

    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
