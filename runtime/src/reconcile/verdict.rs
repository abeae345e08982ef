//! What one read shows.

use super::records::Record;
use crate::json::Json;
use crate::operation::{Proof, ReconcilePlan};
use crate::response;
use rust_decimal::Decimal;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Done,
    NotDone,
    Unclear,
}

/// What the record, or its not being there, shows about the request.
pub(crate) fn evaluate(proof: Proof, plan: &ReconcilePlan, record: Option<&Record>) -> Verdict {
    match (proof, record) {
        (Proof::Created, Some(_)) | (Proof::Removed, None) => Verdict::Done,
        (Proof::Created, None) | (Proof::Removed, Some(_)) => Verdict::NotDone,
        (Proof::Balance, Some(record)) => fall(plan, record).unwrap_or(Verdict::Unclear),
        (Proof::Balance, None) | (Proof::State, _) => Verdict::Unclear,
    }
}

/// Compares the balance that there is with the one that the request expected.
fn fall(plan: &ReconcilePlan, record: &Record) -> Option<Verdict> {
    let expected = plan.balance?;
    let left = response::read(record.operation, &record.received, balance).ok()?;
    let afterwards = expected.checked_sub(plan.amount.unwrap_or(expected))?;
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
