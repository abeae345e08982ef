//! What one read shows.

use crate::Decimal;
use crate::answer;
use crate::inquiry::Subject;
use crate::json::Json;
use crate::proof::Proof;
use crate::reconcile::found::Record;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Done,
    NotDone,
    Unclear,
}

/// What the record, or its not being there, shows about the request.
pub(super) fn draw(proof: Proof, subject: &Subject, record: Option<&Record>) -> Verdict {
    match (proof, record) {
        (Proof::Created, Some(_)) | (Proof::Removed, None) => Verdict::Done,
        (Proof::Created, None) | (Proof::Removed, Some(_)) => Verdict::NotDone,
        (Proof::Balance, Some(record)) => fall(subject, record).unwrap_or(Verdict::Unclear),
        (Proof::Balance, None) | (Proof::State, _) => Verdict::Unclear,
    }
}

/// Compares the balance that there is with the one that the request expected.
fn fall(subject: &Subject, record: &Record) -> Option<Verdict> {
    let expected = subject.balance?;
    let left = answer::read(record.operation, &record.received, balance).ok()?;
    let afterwards = expected.checked_sub(subject.amount.unwrap_or(expected))?;
    Some(match left {
        left if left == expected => Verdict::NotDone,
        left if left == afterwards => Verdict::Done,
        _ => Verdict::Unclear,
    })
}

fn balance(json: Json<'_>) -> Decimal {
    let mut payment = json.object();
    let amount: Decimal = payment.required("amount");
    let cancelled = payment.optional("cancel_amount").unwrap_or(Decimal::ZERO);
    json.expect("amounts of the usual size", amount.checked_sub(cancelled))
}
