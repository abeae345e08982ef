//! How calls are made, as the client or a single call has it.

use std::time::Duration;

use super::call_options::CallOptions;
use super::recorder::Recorder;
use crate::retry::RetryPolicy;

#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) timeout: Duration,
    pub(crate) deadline: Duration,
    pub(crate) retry: RetryPolicy,
    pub(crate) tier: Option<String>,
    pub(crate) recorder: Option<Recorder>,
}

impl Settings {
    /// These settings where the options say nothing.
    pub(crate) fn with(&self, options: CallOptions) -> Self {
        Self {
            timeout: options.timeout.unwrap_or(self.timeout),
            deadline: options.deadline.unwrap_or(self.deadline),
            retry: options.retry.unwrap_or_else(|| self.retry.clone()),
            tier: options.tier.or_else(|| self.tier.clone()),
            recorder: options.recorder.or_else(|| self.recorder.clone()),
        }
    }
}
