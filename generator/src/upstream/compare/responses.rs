//! Responses: their statuses, and what their bodies hold.

use super::compared_facts::ComparedFacts;
use super::fields::{Owner, fields};
use super::settings;
use crate::upstream::facts::{Body, FieldMap, OperationFacts, ResponseFacts, SUCCESS};
use crate::upstream::finding::{Finding, Kind};

/// Compares the responses of an operation.
pub fn responses<'f>(
    comparison: &mut ComparedFacts<'f>,
    route: &str,
    ours: &'f OperationFacts,
    theirs: &'f OperationFacts,
) {
    for (status, response) in &theirs.responses {
        match ours.responses.get(status) {
            Some(own) => compare(comparison, (route, status), own, response),
            None => {
                let finding = Finding::new(Kind::StatusAdded, route, &at(status));
                comparison.push(finding.between("", stated(response)));
            }
        }
    }
    for (status, own) in &ours.responses {
        // That nothing is returned needs no documentation.
        let says_nothing = !comparison.is_strict && status == SUCCESS && own.returns.is_empty();
        let is_here = theirs.responses.contains_key(status) || says_nothing;
        if !is_here && ours.undocumented_since.is_none() {
            let finding = Finding::new(Kind::StatusHidden, route, &at(status));
            comparison.push(finding.between(stated(own), ""));
        }
    }
}

fn stated(response: &ResponseFacts) -> String {
    if response.body == Body::Unknown { "documented".to_owned() } else { shown(response) }
}

fn at(status: &str) -> String {
    format!("response.{status}")
}

fn compare<'f>(
    comparison: &mut ComparedFacts<'f>,
    (route, status): (&str, &str),
    ours: &'f ResponseFacts,
    theirs: &'f ResponseFacts,
) {
    let place = at(status);
    if !fits(comparison, status, ours, theirs) {
        // The ids of successes are those that suppressions have always had.
        let location = if status == SUCCESS { "" } else { &place };
        let finding = Finding::new(Kind::ReturnsChanged, route, location);
        comparison.push(finding.between(shown(ours), shown(theirs)));
    }
    if comparison.is_strict {
        let edited = settings::texts((route, &place), &ours.prose, &theirs.prose);
        comparison.found.extend(edited);
        if ours.body != theirs.body {
            return;
        }
        let inside = Owner::inside(route, &format!("{place}.response"));
        fields(comparison, &inside, &ours.members, &theirs.members);
        fields(comparison, &Owner::inside(route, &place), &ours.beside, &theirs.beside);
        return;
    }
    beside(comparison, (route, &place), &ours.beside, &theirs.beside);
    if let [own] = ours.returns.as_slice() {
        comparison.use_record(own, format!("{route} {place}.response"), &theirs.members);
    }
}

/// The members of an envelope beside `response`; every envelope of our schema has `code` and `message`.
fn beside<'f>(
    comparison: &mut ComparedFacts<'f>,
    (route, place): (&str, &str),
    ours: &'f FieldMap,
    theirs: &'f FieldMap,
) {
    let first = comparison.found.len();
    fields(comparison, &Owner::inside(route, place), ours, theirs);
    let usual = ["code", "message"].map(|name| format!("{place}.{name}"));
    let mut found = comparison.found.split_off(first);
    found.retain(|finding| !usual.contains(&finding.location));
    comparison.found.extend(found);
}

fn fits(
    comparison: &ComparedFacts<'_>,
    status: &str,
    ours: &ResponseFacts,
    theirs: &ResponseFacts,
) -> bool {
    if comparison.is_strict {
        return shown(ours) == shown(theirs);
    }
    // The bodies of failures are not in our schema.
    if !status.starts_with('2') || (ours.returns.is_empty() && theirs.returns.is_empty()) {
        return true;
    }
    let pairs = ours.returns.iter().zip(&theirs.returns);
    theirs.body == Body::Envelope
        && ours.returns.len() == theirs.returns.len()
        && pairs.into_iter().all(|(ours, theirs)| comparison.fits(ours, theirs))
}

/// The body of a response in words.
pub fn shown(response: &ResponseFacts) -> String {
    let types = response.returns.join(" or ");
    match response.body {
        Body::Unknown => "no schema".to_owned(),
        Body::Envelope if types.is_empty() => "an envelope without `response`".to_owned(),
        Body::Envelope => types,
        Body::Bare => format!("{types} without an envelope"),
    }
}
