//! The changes of upstream between two of its documents that a comparison with our schema cannot show: it does not
//! state the fact, or it states it less precisely.

mod own_facts;

use std::collections::BTreeSet;

use super::compare::{NO_RULE, documents, moved_routes};
use super::facts::{BASE_URL, Facts};
use super::finding::{Finding, Kind, WHOLE_API};
use own_facts::{OwnFacts, own_facts};

const PARTS_OF_BASE_URL: [&str; 3] = ["host", "basePath", "schemes"];

/// The changes that the schema has not followed, without those that `found` has already.
pub fn compare(ours: &Facts, before: &Facts, now: &Facts, found: &[Finding]) -> Vec<Finding> {
    let known: BTreeSet<String> = found.iter().map(Finding::id).collect();
    let is_moved = found.iter().any(|finding| finding.detail == BASE_URL);
    let moved = moved_routes(before, now);
    let mut changes = documents(before, now);
    for change in &mut changes {
        let new = moved.iter().find(|(_, was)| **was == change.subject);
        let new = new.filter(|_| !ours.operations.contains_key(&change.subject));
        if let Some((route, _)) = new {
            (*route).clone_into(&mut change.subject);
        }
    }
    let is_part = |change: &Finding| {
        change.subject == WHOLE_API && PARTS_OF_BASE_URL.contains(&change.detail.as_str())
    };
    changes.retain(|change| !(is_moved && is_part(change)));
    changes.into_iter().filter_map(|change| open(ours, change, &known)).collect()
}

/// The change, with our sentence about it, if it is not in the schema yet.
fn open(ours: &Facts, mut change: Finding, known: &BTreeSet<String>) -> Option<Finding> {
    let own = own_facts(ours, &change)?;
    if let Some((record, field)) = &own.record {
        let found = Finding::new(change.kind, record, field).about(&change.detail);
        if known.contains(&found.id()) {
            return None;
        }
    }
    if is_followed(&change, &own) {
        return None;
    }
    change.is_history = true;
    change.doc = own.doc;
    change.own_field = own.record;
    Some(change)
}

fn is_followed(change: &Finding, own: &OwnFacts) -> bool {
    let theirs = change.theirs.as_str();
    match change.kind {
        Kind::ProseChanged
        | Kind::ConstraintChanged
        | Kind::DefaultChanged
        | Kind::DeprecationChanged
        | Kind::TransportChanged
        | Kind::TypeHidden => false,
        Kind::ParameterHidden | Kind::FieldHidden => own.is_undocumented,
        Kind::ValueHidden => !own.values.contains(&change.detail),
        Kind::TypeChanged | Kind::ReturnsChanged => own.ty == theirs,
        Kind::GatewayRuleChanged => {
            own.gateways.get(&change.detail).map_or(NO_RULE, String::as_str) == theirs
        }
        // The comparison with our schema shows these, or they are in it.
        _ => true,
    }
}
