//! The verdict of one read.

use super::records::{Record, balance};
use crate::error::Error;
use crate::json::Json;
use crate::operation::{Agreement, Evidence, ExpectedValues};
use crate::response::{self, Response};

/// The status of a payment that was declined.
const FAILED: &str = "failed";

/// The conclusion from one read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The call was carried out.
    Done,
    /// The call was carried out and declined, or an older one with the same keys was: the record of this
    /// one may still come.
    Declined,
    /// Nothing of the call is to be seen yet.
    NotDoneYet,
    /// The response proves neither a record nor its absence, or is about another record: another read
    /// may tell more.
    Unproven,
    /// The record cannot tell, and another read will not either.
    Unclear,
}

/// A response to a read, as far as it proves anything.
enum Finding {
    /// The record that was asked for.
    Present,
    /// There is no such record.
    Absent,
    /// Another record, with the values of another request.
    Other,
    /// No record, and no proof that there is none.
    Nothing,
}

/// Evaluates the response to a read, and returns its record if it has one.
pub(super) fn evaluate(
    evidence: Evidence,
    expected: &ExpectedValues,
    response: Response,
) -> Result<(Verdict, Option<Record>), Error> {
    let finding = find(evidence, expected, &response)?;
    let record = Record { operation: response.operation(), raw: response.raw().clone() };
    Ok(match (evidence, finding) {
        (_, Finding::Nothing) => (Verdict::Unproven, None),
        (_, Finding::Other) => (Verdict::Unproven, Some(record)),
        (Evidence::Exists, Finding::Present) => (existing(&record), Some(record)),
        (Evidence::Exists, Finding::Absent) => (Verdict::NotDoneYet, None),
        (Evidence::Absent, Finding::Present) => (Verdict::NotDoneYet, Some(record)),
        (Evidence::Absent, Finding::Absent) => (Verdict::Done, None),
        (Evidence::Balance, Finding::Present) => (compare_balance(expected, &record), Some(record)),
        (Evidence::State, Finding::Present) => (Verdict::Unclear, Some(record)),
        (Evidence::Balance | Evidence::State, Finding::Absent) => (Verdict::Unclear, None),
    })
}

/// Compares the record with the read, and with the request that is reconciled.
fn find(
    evidence: Evidence,
    expected: &ExpectedValues,
    response: &Response,
) -> Result<Finding, Error> {
    let agreements = |json: Json<'_>| {
        let asked = response.identity().map(|identity| identity.compare(json));
        let asked = asked.unwrap_or(Agreement::Unidentified);
        // A state need not be the one that the request is to bring about.
        let requested = match evidence {
            Evidence::State => Agreement::Unidentified,
            _ => expected.identity.compare(json),
        };
        (asked, requested, json.is_empty_result())
    };
    match response::decode(response.operation(), response.raw(), agreements) {
        Err(error) if error.is_not_found() => Ok(Finding::Absent),
        Err(error) => Err(error),
        Ok((Agreement::Other(_), ..) | (_, Agreement::Other(_), _)) => Ok(Finding::Other),
        Ok((Agreement::Same, ..)) => Ok(Finding::Present),
        // The caller judges a state, and not every record of a state names its key.
        Ok((.., false)) if evidence == Evidence::State => Ok(Finding::Present),
        Ok(_) => Ok(Finding::Nothing),
    }
}

/// A merchant may try an order again after a failure, so a failed payment need not be the last.
fn existing(record: &Record) -> Verdict {
    let status = |json: Json<'_>| json.object().optional::<String>("status");
    match response::decode(record.operation, &record.raw, status) {
        Ok(Some(status)) if status == FAILED => Verdict::Declined,
        _ => Verdict::Done,
    }
}

/// Compares the current balance with the one that the request expected.
fn compare_balance(expected: &ExpectedValues, record: &Record) -> Verdict {
    let Some(before) = expected.balance else { return Verdict::Unclear };
    match response::decode(record.operation, &record.raw, balance) {
        Ok(balance) if balance == before => Verdict::NotDoneYet,
        Ok(balance) if Some(balance) == expected.balance_after() => Verdict::Done,
        Ok(_) => Verdict::Unclear,
        Err(_) => Verdict::Unproven,
    }
}
