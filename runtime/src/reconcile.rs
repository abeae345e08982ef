//! Reconciliation: what reads show about a call whose response was lost.

mod reconciled;
mod records;
mod verdict;

pub use reconciled::Reconciled;
pub use records::Found;
pub(crate) use verdict::evaluate;
