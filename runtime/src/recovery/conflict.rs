//! Requests that can explain what the read of another one shows.

use crate::journal::{Intent, JournalEntry, Outcome};
use crate::operation::Evidence;

/// True if the request of another intent can have caused what the read of this one shows.
pub(super) fn can_explain(entry: &JournalEntry, intent: &Intent) -> bool {
    let other = &entry.intent;
    let is_other =
        other.id != intent.id && (&other.account, &other.tier) == (&intent.account, &intent.tier);
    is_other && may_have_acted(entry.outcome) && has_same_effect(other, intent)
}

fn may_have_acted(outcome: Option<Outcome>) -> bool {
    let is_without_effect = |outcome| {
        matches!(
            outcome,
            Outcome::NotSent | Outcome::Rejected | Outcome::FoundNotDone | Outcome::FoundDeclined
        )
    };
    !outcome.is_some_and(is_without_effect)
}

fn has_same_effect(other: &Intent, intent: &Intent) -> bool {
    let (Some(theirs), Some(own)) = (other.reads.first(), intent.reads.first()) else {
        return false;
    };
    if theirs.evidence != own.evidence {
        return false;
    }
    match own.evidence {
        // The server refuses a refund that expects another balance than there is.
        Evidence::Balance => other.balance.is_none() || other.balance == intent.balance,
        Evidence::Exists => {
            let is_same_amount = match (other.amount, intent.amount) {
                (Some(theirs), Some(own)) => theirs == own,
                _ => true,
            };
            theirs.operation == own.operation && is_same_amount
        }
        // A record that is deleted twice is deleted, and a state decides nothing.
        Evidence::Absent | Evidence::State => false,
    }
}

/// True if the request was answered with success, and took the balance that the other one expected: of two requests
/// that expect one balance, the server carries out one.
pub(super) fn took_the_balance(entry: &JournalEntry, intent: &Intent) -> bool {
    entry.outcome == Some(Outcome::Done)
        && can_explain(entry, intent)
        && entry.intent.balance.is_some()
        && entry.intent.reads.iter().all(|read| read.evidence == Evidence::Balance)
}
