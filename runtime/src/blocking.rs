//! The blocking client: waiting for calls, and pagination.

mod paginator;
mod wait;

pub use paginator::Paginator;
pub use wait::wait;
