//! Failures injected into requests.

mod effect;
mod fault;
mod plan;
mod random;
mod scope;

pub use self::effect::Effect;
pub use self::fault::Fault;
pub use self::plan::FaultPlan;
pub use self::random::RandomFaults;
