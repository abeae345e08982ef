//! The policy of recovery: how much is looked up, and when a request counts as not done.

use std::time::Duration;

use crate::journal::IntentId;

const MINUTE: Duration = Duration::from_secs(60);
const LIMIT: usize = 100;

/// The bounds of `client.recover_with`, and the age from which a request can count as not done.
#[derive(Clone, Debug)]
pub struct RecoverPolicy {
    pub(crate) limit: usize,
    pub(crate) deadline: Duration,
    pub(crate) not_done_after: Duration,
    pub(crate) after: Option<IntentId>,
    pub(crate) records: bool,
}

impl RecoverPolicy {
    /// Creates the default policy: the oldest 100 open intents, a deadline of 60 seconds, not done after 15 minutes,
    /// and findings are recorded.
    pub fn new() -> Self {
        Self {
            limit: LIMIT,
            deadline: MINUTE,
            not_done_after: 15 * MINUTE,
            after: None,
            records: true,
        }
    }

    /// Sets the maximum number of intents that are looked up; at least one.
    #[must_use]
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit.max(1);
        self
    }

    /// Sets the time after which no further intent is looked up.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// Sets the age, counted from the deadline of the call, from which a request of which nothing is to be seen counts
    /// as not done. Until then, it can still be running: on its way, at the server, or at the payment gateway.
    ///
    /// It has to exceed the differences between the clocks of the machines that share the journal, and the time for
    /// which a process may stand still before it goes on sending, such as one that is suspended.
    #[must_use]
    pub fn not_done_after(mut self, not_done_after: Duration) -> Self {
        self.not_done_after = not_done_after;
        self
    }

    /// Looks up only intents after this one: the [`next`](super::Recovery::next) of an earlier report.
    #[must_use]
    pub fn after(mut self, id: IntentId) -> Self {
        self.after = Some(id);
        self
    }

    /// Leaves every intent open: the program closes it with `client.close_intent`, after it has written the result to
    /// its own books. Without this, a process that dies in between has closed an intent whose result it has lost.
    #[must_use]
    pub fn report_only(mut self) -> Self {
        self.records = false;
        self
    }
}

impl Default for RecoverPolicy {
    fn default() -> Self {
        Self::new()
    }
}
