//! Reconciliation of a call: the reads that show whether it was carried out.

use super::transport::Transport;
use crate::error::{Error, IrreconcilableError, OutcomeUnknownError};
use crate::operation::Read;
use crate::reconcile::{self, Found, Reconciled};

impl Transport {
    /// Looks up whether the request behind an [`Error::OutcomeUnknown`] was carried out, with reads
    /// that change nothing.
    ///
    /// # Errors
    ///
    /// [`Error::Irreconcilable`] when there is no read for the operation, or the request lacked the
    /// keys for it; any error of a read; and any other error than [`Error::OutcomeUnknown`] as it is,
    /// for there is nothing to look up.
    pub async fn reconcile(&self, error: &Error) -> Result<Reconciled, Error> {
        match error {
            Error::OutcomeUnknown(unknown) => self.look_up(unknown).await,
            other => Err(other.clone()),
        }
    }

    /// Makes one read after the other: the first that fails leaves the outcome as unknown as it was.
    async fn look_up(&self, error: &OutcomeUnknownError) -> Result<Reconciled, Error> {
        let plan = error.plan();
        if plan.reads.is_empty() {
            return Err(IrreconcilableError { operation: plan.operation }.into());
        }
        let client = self.acting_for(plan.tier.clone());
        let mut found = Found::default();
        let mut verdicts = Vec::new();
        for Read { proof, call } in &plan.reads {
            let record = found.add(client.send(call.clone()).await?)?;
            verdicts.push(reconcile::evaluate(*proof, plan, record));
        }
        Ok(Reconciled::new(&verdicts, found))
    }
}
