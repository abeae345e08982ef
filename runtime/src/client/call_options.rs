//! What single calls do differently.

use std::time::Duration;

use super::recorder::Recorder;
use crate::retry::RetryPolicy;

/// What some calls do differently from the rest of the client's; what is not set stays as it is.
#[derive(Clone, Debug, Default)]
#[must_use = "options do nothing until a client takes them"]
pub struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
    pub(crate) tier: Option<String>,
    pub(crate) recorder: Option<Recorder>,
}

impl CallOptions {
    /// Nothing differs.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets how long one HTTP request may take, from connecting to the last byte of the answer.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets how long a whole call may take, with its token, retries and the waiting between them.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Sets when requests are sent again.
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = Some(retry);
        self
    }

    /// Sends each request once, whatever happens; but for the one after a 401, with a new token.
    pub fn no_retry(self) -> Self {
        self.retry(RetryPolicy::never())
    }

    /// Acts for the sub-merchant with this tier code.
    pub fn tier(mut self, tier: impl Into<String>) -> Self {
        self.tier = Some(tier.into());
        self
    }

    /// Keeps the answers as they arrive, for [`Recorder::last`].
    pub fn recorder(mut self, recorder: &Recorder) -> Self {
        self.recorder = Some(recorder.clone());
        self
    }
}
