//! Recovery: the outcomes of the intents that a journal holds open, as reads show them.

mod conflict;
mod judge;
mod plan;
mod policy;
mod report;
mod undecidable;

pub(crate) use judge::{Judge, subjects};
pub(crate) use plan::RecoveryPlan;
pub use policy::RecoverPolicy;
pub use report::{Recovered, RecoveredIntent, Recovery};
pub use undecidable::Undecidable;
