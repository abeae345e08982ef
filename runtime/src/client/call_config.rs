//! The configuration of a call.

use std::time::Duration;

use super::call_options::CallOptions;
use super::call_recorder::Recorder;
use crate::reconcile::ReconcilePolicy;
use crate::retry::RetryPolicy;

/// The configuration of a call: that of the client, with the options of the call applied.
#[derive(Clone, Debug)]
pub(crate) struct CallConfig {
    pub(crate) timeout: Duration,
    pub(crate) deadline: Duration,
    pub(crate) max_response_bytes: usize,
    pub(crate) retry: RetryPolicy,
    pub(crate) reconcile: ReconcilePolicy,
    pub(crate) tier: Option<String>,
    /// The label of intents.
    pub(crate) label: Option<String>,
    pub(crate) recorder: Option<Recorder>,
    pub(crate) include_test_payments: bool,
}

impl CallConfig {
    /// This configuration, with the options that are set in place of its values.
    pub(crate) fn with(&self, options: CallOptions) -> Self {
        Self {
            timeout: options.timeout.unwrap_or(self.timeout),
            deadline: options.deadline.unwrap_or(self.deadline),
            max_response_bytes: self.max_response_bytes,
            retry: options.retry.unwrap_or_else(|| self.retry.clone()),
            reconcile: options.reconcile.unwrap_or_else(|| self.reconcile.clone()),
            tier: options.tier.or_else(|| self.tier.clone()),
            label: options.label.or_else(|| self.label.clone()),
            recorder: options.recorder.or_else(|| self.recorder.clone()),
            include_test_payments: self.include_test_payments,
        }
    }
}
