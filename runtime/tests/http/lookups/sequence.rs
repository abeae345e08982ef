//! A request whose response is lost, its reconciliation, and what must hold of the verdict.

use std::sync::Arc;
use std::time::{Duration, Instant};

use fastrand::Rng;
use portone_v1_runtime::internal::{Call, Evidence, Method, Operation, Transport};
use portone_v1_runtime::{CallOptions, Decimal, Error, ReconcilePolicy, Reconciled};

use super::Verdict;
use super::server::{LookupServer, Plan};
use super::truth::{Lookup, RequestKind};
use crate::fixture::{CHANGE, DELETE, Payment, operation, read};

const REFUND: Operation = Operation {
    identity: &["imp_uid"],
    ..operation("payments.cancel", Method::Post, "/refunds/{imp_uid}")
};
/// Longer than any look-up takes, and for those that stall.
const PATIENT: Duration = Duration::from_secs(120);
const IMPATIENT: Duration = Duration::from_millis(500);

pub(super) struct Sequence {
    seed: u64,
    deadline: Duration,
    plan: Plan,
}

impl Sequence {
    pub(super) fn random(seed: u64) -> Self {
        let mut random = Rng::with_seed(seed);
        let lookups: Vec<_> =
            (0..random.usize(1..5)).map(|_| Lookup::random(&mut random)).collect();
        let lost = [
            (502, "<html>".to_owned()),
            (200, "<html>".to_owned()),
            (200, r#"{"code":0,"message":null,"response":null}"#.to_owned()),
            Lookup::Shifted { is_done: true }.answer(RequestKind::Create, &seed.to_string(), true),
        ];
        let deadline = if random.bool() { 0 } else { random.u64(1..60) };
        let plan = Plan {
            kind: RequestKind::random(&mut random),
            response: lost[random.usize(..lost.len())].clone(),
            done_after: [None, Some(0), Some(1), Some(2)][random.usize(..4)],
            lookups,
            requests: 0,
            seen: Vec::new(),
        };
        Self { seed, deadline: Duration::from_millis(deadline), plan }
    }

    /// The verdict, and the problem with it.
    pub(super) async fn run(
        self,
        server: Arc<LookupServer>,
        client: Transport,
    ) -> (Verdict, Option<String>) {
        let id = self.seed.to_string();
        server.plan(&id, self.plan.clone());
        let error = client.send(self.call(&id)).await.unwrap().decode::<Payment>().unwrap_err();
        let policy = ReconcilePolicy::new().initial_delay(Duration::ZERO).deadline(self.deadline);
        let timeout = if self.stalls() { IMPATIENT } else { PATIENT };
        let options = CallOptions::new().reconcile(policy).timeout(timeout).deadline(PATIENT);
        let begun = Instant::now();
        let result = client.with(options).reconcile(&error).await;
        let waited = begun.elapsed() >= self.deadline;
        let verdict = match &result {
            Ok(Reconciled::Done(_)) => Verdict::Done,
            Ok(Reconciled::NotDoneYet) => Verdict::NotDoneYet,
            Ok(_) => Verdict::Unclear,
            Err(_) => Verdict::Failed,
        };
        let outcome = server.outcome(&id);
        let is_unknown = matches!(error, Error::OutcomeUnknown(_));
        let is_right = is_unknown
            && outcome.requests == 1
            && self.is_right(verdict, &outcome, waited)
            && is_about(&result, &id);
        let story = || {
            format!(
                "LOOKUPS_SEED={} LOOKUPS_SEQUENCES=1: {outcome:?}\n{error:?}\n{result:?}",
                self.seed
            )
        };
        (verdict, (!is_right).then(story))
    }

    fn call(&self, id: &str) -> Call {
        let (operation, evidence): (&'static Operation, _) = match self.plan.kind {
            RequestKind::Create => (&CHANGE, Evidence::Exists),
            RequestKind::Delete => (&DELETE, Evidence::Absent),
            RequestKind::Refund => (&REFUND, Evidence::Balance),
        };
        let call = Call::new(operation).path("imp_uid", &id);
        let call = match self.plan.kind {
            RequestKind::Create => call.body("amount", &Decimal::from(1000)),
            RequestKind::Delete => call,
            RequestKind::Refund => {
                call.body("amount", &Decimal::from(300)).body("checksum", &Decimal::from(1000))
            }
        };
        call.reconcile(evidence, read(id))
    }

    fn stalls(&self) -> bool {
        self.plan.lookups.contains(&Lookup::Stall)
    }

    fn is_right(&self, verdict: Verdict, outcome: &Plan, waited: bool) -> bool {
        let truths = outcome.seen.iter().enumerate();
        let truths: Vec<_> = truths
            .filter(|(number, _)| outcome.lookup(*number) == Lookup::Truth)
            .map(|(_, is_done)| *is_done)
            .collect();
        match verdict {
            Verdict::Done => truths.contains(&true),
            // Not before the deadline, and not after the request was seen to be done.
            Verdict::NotDoneYet => waited && truths.last() == Some(&false),
            // The last look was answered by the truth, which the client must have understood.
            Verdict::Unclear | Verdict::Failed => {
                let last = outcome.seen.len().checked_sub(1).map(|last| outcome.lookup(last));
                last.is_some_and(|last| last != Lookup::Truth) || self.stalls()
            }
        }
    }
}

/// The record of a request that was carried out is its own.
fn is_about(result: &Result<Reconciled, Error>, id: &str) -> bool {
    let Ok(Reconciled::Done(found)) = result else { return true };
    let payment = found.decode::<Payment>().unwrap();
    payment.is_none_or(|payment| payment.imp_uid == id)
}
