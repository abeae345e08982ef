//! The reads of an intent.

use super::undecidable::Undecidable;
use crate::journal::{Intent, IntentRead, Key};
use crate::operation::{Call, ExpectedValues, Identity, Read, ReconcileTable};

/// The reads of an intent, and the values that they are compared with.
pub(crate) struct RecoveryPlan {
    pub(crate) reads: Vec<Read>,
    pub(crate) expected: ExpectedValues,
}

impl RecoveryPlan {
    /// Creates the plan of an intent of this account, or tells why there is none.
    pub(crate) fn new(
        intent: &Intent,
        table: &ReconcileTable,
        account: &str,
    ) -> Result<Self, Undecidable> {
        if intent.account != account {
            return Err(Undecidable::OtherAccount);
        }
        if intent.is_withheld {
            return Err(Undecidable::HiddenKeys);
        }
        if intent.reads.is_empty() {
            return Err(Undecidable::NoRead);
        }
        Self::known(intent, table).ok_or(Undecidable::OtherVersion)
    }

    /// The plan, if the table has all of its names.
    fn known(intent: &Intent, table: &ReconcileTable) -> Option<Self> {
        let reads =
            intent.reads.iter().map(|read| known_read(read, table)).collect::<Option<_>>()?;
        let value = |key: &Key| Some((table.name(&key.name)?, key.text().to_owned()));
        let alternative = |keys: &Vec<Key>| keys.iter().map(value).collect::<Option<_>>();
        let identity = intent.identity.iter().map(alternative).collect::<Option<_>>()?;
        let expected = ExpectedValues {
            identity: Identity::of_intent(identity),
            balance: intent.balance,
            amount: intent.amount,
        };
        Some(Self { reads, expected })
    }
}

fn known_read(read: &IntentRead, table: &ReconcileTable) -> Option<Read> {
    let known = table.read(&read.operation)?;
    let mut call = Call::new(known.operation);
    for Key { name, value } in &read.path {
        call = call.path(table.name(name)?, value);
    }
    for Key { name, value } in &read.query {
        call = call.query(table.name(name)?, value);
    }
    for Key { name, value } in &read.body {
        call = call.body(table.name(name)?, value);
    }
    if let Some(parameter) = known.test_payments {
        call = call.test_payments(parameter);
    }
    Some(Read { evidence: read.evidence, call, is_hidden: false })
}
