//! Reconciliation: the evaluation of reads that show whether a call was carried out.

mod reconciled;
mod records;
mod verdict;

pub use reconciled::Reconciled;
pub use records::ReconciledRecords;
pub(crate) use verdict::evaluate;
