//! The public API of the published crates, compared between two revisions.
//!
//! Schemas alone do not show what a change of the generator or of the runtime does to programs. Rustdoc
//! describes each crate as JSON, and `public-api` lists what is public in it.

mod additions;
mod auto_traits;
mod change;
mod checkout;
mod comparison;
mod facts;
mod judge;
mod listing;
mod manifests;
mod rustdoc;

pub use change::{ApiChange, ApiReport};
pub use checkout::Checkout;
pub use comparison::compare;
