//! Retries: the policy with its backoff, the failures that are retryable, the budget, the deadline.

mod backoff;
mod deadline;
mod retry_after;
mod retry_budget;
mod retry_policy;
mod retryable_failure;

pub(crate) use backoff::exponential_delay;
pub(crate) use deadline::Deadline;
pub(crate) use retry_budget::RetryBudget;
pub use retry_policy::RetryPolicy;
pub(crate) use retryable_failure::RetryableFailure;
