//! Two sets of facts → findings.

mod compared_facts;
mod fields;
mod gateways;
mod kinds;
mod limits;
mod new_items;
mod operations;
mod records;
mod responses;
mod routes;
mod settings;
mod signature;
mod types;
mod values;

pub use gateways::NO_RULE;
pub use responses::shown as shown_response;
pub use routes::{pairs as moved_routes, variable_names, variables};

use compared_facts::ComparedFacts;

use super::facts::Facts;
use super::finding::Finding;

/// The differences between our schema and upstream's document. What the schema says more precisely is none.
pub fn contract(ours: &Facts, theirs: &Facts) -> Vec<Finding> {
    compared(ComparedFacts::with_upstream(ours, theirs))
}

/// Every difference between two documents of upstream.
pub fn documents(before: &Facts, now: &Facts) -> Vec<Finding> {
    compared(ComparedFacts::of_documents(before, now))
}

fn compared(mut comparison: ComparedFacts<'_>) -> Vec<Finding> {
    settings::of_documents(&mut comparison);
    operations::compare(&mut comparison);
    types::compare(&mut comparison);
    records::compare(&mut comparison);
    comparison.found
}
