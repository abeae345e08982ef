//! The blocking client: a runtime on a thread of its own, and pagination.

mod paginator;
mod runtime;

pub use paginator::Paginator;
pub use runtime::Runtime;
