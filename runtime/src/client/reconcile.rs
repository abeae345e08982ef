//! Reconciliation of a call, with the reads that its error holds.

use std::time::Duration;

use super::call_config::CallConfig;
use super::transport::Transport;
use crate::error::{Error, ReconcileUnsupportedError, UNAUTHORIZED};
use crate::operation::{ExpectedValues, Read, ReconcilePlan};
use crate::reconcile::{Look, Reconciled};
use crate::retry::Deadline;

/// The least delay between two looks, whatever the policy says: the server is not to be flooded.
const MIN_DELAY: Duration = Duration::from_millis(10);

impl Transport {
    /// Finds out whether the request behind an [`Error::OutcomeUnknown`] was carried out, with reads
    /// that change nothing. It looks again until it knows, or the deadline of its `ReconcilePolicy` passes.
    ///
    /// # Errors
    ///
    /// [`Error::ReconcileUnsupported`] if there is no read for the operation, or the request lacked the
    /// keys for it; the error of the last look; and any other error than [`Error::OutcomeUnknown`] as it
    /// is, for there is nothing to look up.
    pub async fn reconcile(&self, error: &Error) -> Result<Reconciled, Error> {
        let Error::OutcomeUnknown(unknown) = error else { return Err(error.clone()) };
        let plan = unknown.plan();
        if plan.reads.is_empty() {
            return Err(ReconcileUnsupportedError { operation: plan.operation }.into());
        }
        self.look_until_deadline(plan).await
    }

    async fn look_until_deadline(&self, plan: &ReconcilePlan) -> Result<Reconciled, Error> {
        let policy = &self.config().reconcile;
        let deadline = Deadline::after(policy.deadline_after(plan.timeout));
        let mut looks = 0;
        loop {
            looks += 1;
            let tier = plan.tier.as_deref();
            let look = self.look(&plan.reads, &plan.expected, tier, deadline.remaining()).await;
            let is_final = look.as_ref().map_or_else(is_permanent, Look::is_final);
            let remaining = deadline.remaining();
            if is_final || remaining.is_zero() {
                return look.map(Look::result);
            }
            let delay = policy.delay(looks).max(MIN_DELAY).min(remaining);
            if self.shared().process()?.driver.sleep(delay).await.is_err() {
                return look.map(Look::result);
            }
        }
    }

    /// Sends one read after the other. The first that fails leaves the outcome unknown.
    pub(super) async fn look(
        &self,
        reads: &[Read],
        expected: &ExpectedValues,
        tier: Option<&str>,
        remaining: Duration,
    ) -> Result<Look, Error> {
        let config = self.config();
        let deadline = config.deadline.min(remaining.max(config.timeout));
        let client =
            self.set(CallConfig { tier: tier.map(str::to_owned), deadline, ..config.clone() });
        let mut look = Look::default();
        for Read { evidence, call, .. } in reads {
            look.add(*evidence, expected, client.send_own_read(call.clone()).await?)?;
        }
        Ok(look)
    }
}

/// True for errors that another look would meet again: of the request itself, and of wrong credentials.
fn is_permanent(error: &Error) -> bool {
    match error {
        Error::Config(_) | Error::InvalidRequest(_) => true,
        Error::Token(token) => token.cause.status() == Some(UNAUTHORIZED),
        _ => false,
    }
}
