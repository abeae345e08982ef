//! Calls for programs without async.

mod paginator;
mod runtime;

pub use paginator::Items;
pub use runtime::Runtime;
