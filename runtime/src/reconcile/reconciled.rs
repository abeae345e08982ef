//! The result of reconciling a call.

use super::records::ReconciledRecords;

/// The outcome of a request whose response was lost, as far as reads show it.
///
/// There is no variant for "it will not be carried out": no read can show that.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Reconciled {
    /// The request was carried out, as these records show; there are none if it deletes them. The result
    /// is in the record: a charge that was carried out can have been declined, and its payment then has
    /// the status `failed`. Since an earlier charge of the order can have failed, too, a failed payment
    /// ends the reconciliation only at its deadline.
    ///
    /// Reads cannot tell records with the same values apart: an older record with the same keys and the
    /// same amount counts as that of the request. Neither can they tell two refunds of one size apart: if
    /// the balance went from 1,000 to 900, one refund of 100 was made, and it can be that of another
    /// request. Do not have two refunds of a payment under way at a time; the `checksum` stops the second
    /// one only if both expect the same balance.
    Done(ReconciledRecords),
    /// Nothing of the request was to be seen until the deadline of the
    /// [`ReconcilePolicy`](super::ReconcilePolicy). It may still be running, or waiting at the gateway:
    /// keep the order as open, and reconcile it again later.
    NotDoneYet,
    /// The records do not show whether the request was carried out, or it was carried out in part. Records
    /// that are not those of the request are among them.
    Unclear(ReconciledRecords),
}
