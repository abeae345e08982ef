//! The journal of requests that must not be sent twice.

mod concurrent_recovery;
mod confusable;
mod drops;
mod failing;
mod outcomes;
mod recording;
mod recovery;
mod recovery_bounds;
mod recovery_support;
pub(crate) mod support;
