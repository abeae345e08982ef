//! The intent of a request that must not be sent twice.

use std::fmt;
use std::time::Duration;

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::intent_id::IntentId;
use super::intent_read::IntentRead;
use super::key::Key;
use crate::operation::ReconcilePlan;

/// The intent of a request that must not be sent twice: all that finding out its outcome needs.
///
/// It has identifiers, amounts, the tier, and the label that the program sets. It has no secrets, and nothing
/// personal but the key that its outcome is looked up by: the `customer_uid` of a billing key, which the shop has
/// given. `Debug` shows the identifiers of payments and orders alone.
#[derive(Clone, PartialEq)]
pub struct Intent {
    pub(crate) id: IntentId,
    pub(crate) operation: String,
    /// The fingerprint of the merchant's account.
    pub(crate) account: String,
    pub(crate) label: Option<String>,
    pub(crate) tier: Option<String>,
    /// The time from the intent to the end of the call.
    pub(crate) deadline: Duration,
    pub(crate) reads: Vec<IntentRead>,
    /// True if the reads have secret keys, and were left out for that.
    pub(crate) is_withheld: bool,
    /// The identifiers and the amount that a record repeats: one alternative for each item of a list.
    pub(crate) identity: Vec<Vec<Key>>,
    pub(crate) balance: Option<Decimal>,
    pub(crate) amount: Option<Decimal>,
}

/// The part of an intent that is the client's, not the request's.
pub(crate) struct IntentContext<'a> {
    pub(crate) account: &'a str,
    pub(crate) label: Option<&'a str>,
    pub(crate) deadline: Duration,
}

impl Intent {
    pub(crate) fn new(plan: &ReconcilePlan, context: &IntentContext<'_>) -> Self {
        let is_withheld = plan.reads.iter().any(|read| read.is_hidden);
        let reads = if is_withheld { &[] } else { plan.reads.as_slice() };
        let key = |(name, text): &(&'static str, String)| Key::of_text(name, text);
        let is_open = |value: &&(&'static str, String)| !plan.hides(value.0);
        let alternatives = plan.expected.identity.alternatives().iter();
        Self {
            id: IntentId::now(),
            operation: plan.operation.to_owned(),
            account: context.account.to_owned(),
            label: context.label.map(str::to_owned),
            tier: plan.tier.clone(),
            deadline: context.deadline,
            reads: reads.iter().map(IntentRead::new).collect(),
            is_withheld,
            identity: alternatives
                .map(|values| values.iter().filter(is_open).map(key).collect())
                .collect(),
            balance: plan.expected.balance.filter(|_| !plan.hides("checksum")),
            amount: plan.expected.amount.filter(|_| !plan.hides("amount")),
        }
    }

    /// The identifier.
    pub fn id(&self) -> IntentId {
        self.id
    }

    /// The operation, as `section.operation`.
    pub fn operation(&self) -> &str {
        &self.operation
    }

    /// The time at which it was recorded, by the clock of that machine.
    pub fn time(&self) -> Timestamp {
        self.id.time()
    }

    /// The label that the program set, such as its order number.
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// The tier code of the sub-merchant that the request acts for.
    pub fn tier(&self) -> Option<&str> {
        self.tier.as_deref()
    }

    /// The amount of the request; none if it has none, or is for all of it.
    pub fn amount(&self) -> Option<Decimal> {
        self.amount
    }

    /// The balance that the request expected: its `checksum`.
    pub fn balance(&self) -> Option<Decimal> {
        self.balance
    }

    /// The keys that the request can be looked up by: names on the wire, with their values.
    pub fn keys(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut seen: Vec<(&str, &str)> = Vec::new();
        let reads = self.reads.iter().flat_map(IntentRead::keys);
        for key in reads.chain(self.identity.iter().flatten()) {
            let pair = (&*key.name, key.text());
            if !seen.contains(&pair) {
                seen.push(pair);
            }
        }
        seen.into_iter()
    }

    /// The record that the request is about: the first key of its read, as `imp_uid=imp_123`. Intents with the
    /// same subject can be confused with each other; see [`Journal::related`](crate::Journal::related).
    pub fn subject(&self) -> Option<String> {
        let key = self.reads.first()?.keys().next()?;
        Some(subject(&key.name, key.text()))
    }
}

/// The subject of intents whose reads look a record up by this key.
pub(crate) fn subject(name: &str, value: &str) -> String {
    format!("{name}={value}")
}

/// Keys that identify a payment and are not personal.
const SHOWN: [&str; 2] = ["imp_uid", "merchant_uid"];

impl fmt::Debug for Intent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.keys().filter(|key| SHOWN.contains(&key.0));
        let keys: Vec<_> = shown.map(|(name, value)| subject(name, value)).collect();
        f.debug_struct("Intent")
            .field("id", &self.id)
            .field("operation", &self.operation)
            .field("keys", &keys)
            .finish_non_exhaustive()
    }
}
