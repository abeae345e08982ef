//! Operations of the API as data: their definitions, their calls, and the reads that reconcile them.

mod call;
mod definition;
mod evidence;
mod gateway_codes;
mod identity;
mod not_found;
mod parameter;
mod reconcile_plan;

pub use call::Call;
pub(crate) use call::Read;
pub use definition::{Authorization, Method, Operation};
pub use evidence::Evidence;
pub use gateway_codes::GatewayCodes;
pub(crate) use identity::{Agreement, Identity};
pub use not_found::NotFound;
pub use parameter::{Parameter, Requirement};
pub(crate) use reconcile_plan::ReconcilePlan;
