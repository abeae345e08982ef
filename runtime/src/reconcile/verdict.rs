//! The verdict of one read.

use super::records::Record;
use crate::json::Json;
use crate::operation::{Evidence, ReconcilePlan};
use crate::response;
use rust_decimal::Decimal;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Done,
    NotDone,
    Unclear,
}

/// Evaluates the record, or its absence, as evidence.
pub(crate) fn evaluate(
    evidence: Evidence,
    plan: &ReconcilePlan,
    record: Option<&Record>,
) -> Verdict {
    match (evidence, record) {
        (Evidence::Exists, Some(_)) | (Evidence::Absent, None) => Verdict::Done,
        (Evidence::Exists, None) | (Evidence::Absent, Some(_)) => Verdict::NotDone,
        (Evidence::Balance, Some(record)) => {
            compare_balance(plan, record).unwrap_or(Verdict::Unclear)
        }
        (Evidence::Balance, None) | (Evidence::State, _) => Verdict::Unclear,
    }
}

/// Compares the current balance with the one that the request expected.
fn compare_balance(plan: &ReconcilePlan, record: &Record) -> Option<Verdict> {
    let expected = plan.balance?;
    let current = response::decode(record.operation, &record.raw, balance).ok()?;
    let after = expected.checked_sub(plan.amount.unwrap_or(expected))?;
    Some(match current {
        balance if balance == expected => Verdict::NotDone,
        balance if balance == after => Verdict::Done,
        _ => Verdict::Unclear,
    })
}

fn balance(json: Json<'_>) -> Decimal {
    let mut payment = json.object();
    let amount: Decimal = payment.required("amount");
    let cancelled = payment.optional("cancel_amount").unwrap_or(Decimal::ZERO);
    json.expect("amounts of the usual size", amount.checked_sub(cancelled))
}
