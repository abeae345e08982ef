//! Reconciliation of a call, with the reads that its error holds.

use super::transport::Transport;
use crate::error::{Error, OutcomeUnknownError, ReconcileUnsupportedError};
use crate::operation::Read;
use crate::reconcile::{self, Reconciled, ReconciledRecords};

impl Transport {
    /// Finds out whether the request behind an [`Error::OutcomeUnknown`] was carried out, with reads
    /// that change nothing.
    ///
    /// # Errors
    ///
    /// [`Error::ReconcileUnsupported`] if there is no read for the operation, or the request lacked the
    /// keys for it; any error of a read; and any other error than [`Error::OutcomeUnknown`] as it is,
    /// for there is nothing to look up.
    pub async fn reconcile(&self, error: &Error) -> Result<Reconciled, Error> {
        match error {
            Error::OutcomeUnknown(unknown) => self.look_up(unknown).await,
            other => Err(other.clone()),
        }
    }

    /// Sends one read after the other. The first that fails leaves the outcome unknown.
    async fn look_up(&self, error: &OutcomeUnknownError) -> Result<Reconciled, Error> {
        let plan = error.plan();
        if plan.reads.is_empty() {
            return Err(ReconcileUnsupportedError { operation: plan.operation }.into());
        }
        let client = self.acting_for(plan.tier.clone());
        let mut records = ReconciledRecords::default();
        let mut verdicts = Vec::new();
        for Read { evidence, call } in &plan.reads {
            let record = records.add(client.send_own_read(call.clone()).await?)?;
            verdicts.push(reconcile::evaluate(*evidence, plan, record));
        }
        Ok(Reconciled::new(&verdicts, records))
    }
}
