//! The options of single calls.

use std::time::Duration;

use super::call_recorder::Recorder;
use crate::reconcile::ReconcilePolicy;
use crate::retry::RetryPolicy;

/// The options of single calls, in place of those of the client; an option that is not set changes
/// nothing.
#[derive(Clone, Debug, Default)]
#[must_use = "options do nothing until a client takes them"]
pub struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
    pub(crate) reconcile: Option<ReconcilePolicy>,
    pub(crate) tier: Option<String>,
    pub(crate) label: Option<String>,
    pub(crate) recorder: Option<Recorder>,
}

impl CallOptions {
    /// Creates options that change nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the timeout of one HTTP request, from connecting to the last byte of the response.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets the deadline of a whole call, with its token, retries and the delays between them.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Sets the retry policy.
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = Some(retry);
        self
    }

    /// Disables retries, except for the one with a new token after a 401.
    pub fn no_retry(self) -> Self {
        self.retry(RetryPolicy::never())
    }

    /// Sets for how long `client.reconcile` looks again.
    pub fn reconcile(mut self, reconcile: ReconcilePolicy) -> Self {
        self.reconcile = Some(reconcile);
        self
    }

    /// Acts for the sub-merchant with this tier code.
    pub fn tier(mut self, tier: impl Into<String>) -> Self {
        self.tier = Some(tier.into());
        self
    }

    /// Sets the label of calls in the journal of the client, such as the shop's own order number. It comes back
    /// with the report of `client.recover`. Write nothing personal into it: journals keep it as plain text.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Records the raw response, for [`Recorder::last`].
    pub fn recorder(mut self, recorder: &Recorder) -> Self {
        self.recorder = Some(recorder.clone());
        self
    }
}
