//! Operations of the API as data: their definitions, their calls, and the reads that reconcile them.

mod call;
mod definition;
mod evidence;
mod expected_values;
mod gateway_codes;
mod identity;
mod not_found;
mod parameter;
mod reconcile_plan;
mod reconcile_table;

pub use call::Call;
pub(crate) use call::Read;
pub use definition::{Authorization, Method, Operation};
pub use evidence::Evidence;
pub(crate) use expected_values::ExpectedValues;
pub use gateway_codes::GatewayCodes;
pub(crate) use identity::{Agreement, Identity};
pub use not_found::NotFound;
pub use parameter::{Parameter, Requirement};
pub(crate) use reconcile_plan::ReconcilePlan;
pub use reconcile_table::{ReconcileRead, ReconcileTable};
