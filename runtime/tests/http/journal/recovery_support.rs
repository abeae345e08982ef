//! Intents that are open for some time, and their recovery.

use portone_v1_runtime::internal::{Call, ReconcileRead, ReconcileTable, Transport};
use portone_v1_runtime::{
    Error, Intent, IntentId, Journal, MemoryJournal, Outcome, RecoverPolicy, Recovered, Recovery,
    Undecidable,
};

use super::support::{client, only, send};
use crate::fixture::{GET, NO_RECORD, losing};
use crate::server::{Reply, Seen, Server};

/// The reads that the tests know.
pub(crate) static TABLE: ReconcileTable = ReconcileTable {
    reads: &[ReconcileRead { operation: &GET, test_payments: None }],
    names: &["imp_uid", "merchant_uid", "customer_uid", "amount"],
};

/// An hour and more, in minutes: long enough to count as not done.
pub(crate) const OLD: i64 = 70;

/// A server that loses the response to whatever acts, and a journal with open intents.
pub(crate) struct OpenIntents {
    pub(crate) server: Server,
    pub(crate) client: Transport,
    pub(crate) journal: MemoryJournal,
}

impl OpenIntents {
    pub(crate) async fn new(read: impl Fn(&Seen) -> Reply + Send + Sync + 'static) -> Self {
        let (server, journal) = (losing(read).await, MemoryJournal::new());
        let client = client(&server, MemoryJournal::new());
        Self { server, client, journal }
    }

    /// Leaves the intent of a call open that was sent this many minutes ago.
    pub(crate) async fn leave_open(&self, call: Call, minutes: i64) -> IntentId {
        let intent = aged(&self.intent(call).await, minutes);
        self.journal.record_intent(&intent).await.unwrap();
        intent.id()
    }

    /// The same with an outcome.
    pub(crate) async fn leave(&self, call: Call, minutes: i64, outcome: Outcome) -> IntentId {
        let id = self.leave_open(call, minutes).await;
        self.journal.record_outcome(&id, outcome).await.unwrap();
        id
    }

    /// The intent that is recorded for a call.
    pub(crate) async fn intent(&self, call: Call) -> Intent {
        let journal = MemoryJournal::new();
        send(&client(&self.server, journal.clone()), call).await.unwrap_err();
        only(&journal).intent
    }

    pub(crate) async fn recover(&self) -> Recovery {
        self.recover_with(RecoverPolicy::new()).await.unwrap()
    }

    pub(crate) async fn recover_with(&self, policy: RecoverPolicy) -> Result<Recovery, Error> {
        let journal = std::sync::Arc::new(self.journal.clone());
        self.client.recover(&TABLE, journal, policy).await
    }

    /// The result of the only open intent.
    pub(crate) async fn result(&self) -> Recovered {
        let recovery = self.recover().await;
        assert!(recovery.next.is_none());
        let [found] = <[_; 1]>::try_from(recovery.intents).unwrap();
        found.result
    }

    pub(crate) fn outcome(&self, id: IntentId) -> Option<Outcome> {
        let entries = self.journal.entries();
        entries.iter().find(|entry| entry.intent.id() == id).unwrap().outcome
    }
}

/// The same intent with an identifier of an earlier time.
pub(crate) fn aged(intent: &Intent, minutes: i64) -> Intent {
    let id = intent.id().to_string();
    let earlier = intent.time().as_millisecond() - minutes * 60_000;
    let json = intent.to_json().replace(&id, &format!("{earlier:012x}{}", &id[12..]));
    Intent::from_json(&json).unwrap()
}

pub(crate) fn payment_of(imp_uid: &str, amount: i64, cancelled: i64) -> Reply {
    Reply::ok(&format!(
        r#"{{"imp_uid":"{imp_uid}","merchant_uid":"order-1","amount":{amount},"cancel_amount":{cancelled},"status":"paid"}}"#
    ))
}

/// The payment of the refunds in these tests.
pub(crate) fn payment(amount: i64, cancelled: i64) -> Reply {
    payment_of("imp_1", amount, cancelled)
}

pub(crate) fn nothing() -> Reply {
    Reply::new(404, NO_RECORD)
}

/// The word of a result.
pub(crate) fn word(result: &Recovered) -> String {
    match result {
        Recovered::Done(_) => "done".to_owned(),
        Recovered::Declined(_) => "declined".to_owned(),
        Recovered::NotDone(_) => "not done".to_owned(),
        Recovered::StillOpen(None) => "still open".to_owned(),
        Recovered::StillOpen(Some(_)) => "failed".to_owned(),
        Recovered::Undecidable(reason, _) => format!("{reason:?}"),
        other => panic!("{other:?}"),
    }
}

/// The reason why a person has to look.
pub(crate) fn reason(result: Recovered) -> Undecidable {
    match result {
        Recovered::Undecidable(reason, _) => reason,
        other => panic!("{other:?}"),
    }
}
