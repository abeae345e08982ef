//! Reconciliation: the evaluation of reads that show whether a call was carried out.

mod look;
mod policy;
mod reconciled;
mod records;
mod verdict;

pub(crate) use look::{Conclusion, Look};
pub use policy::ReconcilePolicy;
pub use reconciled::Reconciled;
pub use records::ReconciledRecords;
