//! Retries: the policy, the failures that allow one, the budget, and the deadline.

mod after;
mod budget;
mod deadline;
mod failure;
mod policy;

pub(crate) use budget::Budget;
pub(crate) use deadline::Deadline;
pub(crate) use failure::Failure;
pub use policy::RetryPolicy;
