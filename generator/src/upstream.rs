//! The documents that upstream publishes, and the differences of our schema from them.
//!
//! ```text
//! Swagger 2.0 ─swagger→ Facts ──────────┐
//! schema/upstream.lock ─lock→ Facts ────┼─compare→ findings ─suppression→ findings ─report→ text
//! model::Api ─schema_facts→ Facts ──────┤        └ history: earlier facts  └─fix→ YAML
//! code tables of the docs ─pages→ Pages ┘
//! ```

mod compare;
mod edit;
mod facts;
pub mod finding;
pub mod fix;
mod history;
mod kind;
mod known_names;
mod location;
mod lock;
mod meaning;
pub mod pages;
pub mod prose;
mod rename;
pub mod report;
mod revision;
mod schema_facts;
mod suggestion;
pub mod suppression;
mod swagger;
mod undecided;
mod yaml_fragment;

use std::collections::BTreeSet;

pub use facts::{Facts, FieldFacts};
pub use finding::{Finding, Group, Kind};
pub use lock::{Head as LockHead, head as lock_head, read as read_lock, write as write_lock};
pub use report::Words;
pub use revision::read_pinned;
pub use swagger::{Document, read as read_document};

use crate::diagnostics::{Diagnostic, codes};
use crate::model::Api;
use crate::schema_reader;
use crate::source::Sources;
use crate::yaml_index::YamlIndex;

/// Reads the schema as [`crate::read`] does, but allows `TODO`, so that drift is reported before all
/// texts are written.
///
/// # Errors
/// Returns all other errors.
pub fn read_schema(sources: &Sources) -> Result<Api, Vec<Diagnostic>> {
    schema_reader::read_ignoring(sources, &[&codes::E030])
}

/// Reads an earlier schema as [`read_schema`] does, but allows what is only a matter of how a text is
/// written: it means the same today.
///
/// # Errors
/// Returns all other errors.
pub fn read_earlier_schema(sources: &Sources) -> Result<Api, Vec<Diagnostic>> {
    let allowed = [&codes::E030, &codes::E046, &codes::E047, &codes::E048, &codes::E049];
    schema_reader::read_ignoring(sources, &allowed)
}

/// The facts of the schema, as a description of upstream's would state them.
pub fn facts(api: &Api) -> Facts {
    schema_facts::facts(api)
}

/// Compares the schema with upstream. `before` is the pinned description, if `now` is a newer one: it
/// reveals edited prose, and facts that the schema does not state.
pub fn compare(api: &Api, before: Option<&Facts>, now: &Facts) -> Vec<Finding> {
    let ours = facts(api);
    let mut findings = compare::contract(&ours, now);
    if let Some(before) = before {
        let changes = history::compare(&ours, before, now, &findings);
        findings.extend(changes);
    }
    let links = schema_facts::links(api);
    for finding in &mut findings {
        finding.link = links.get(&finding.subject).cloned().unwrap_or_default();
    }
    known_names::complete(&mut findings, api);
    suggestion::suggest(&mut findings);
    in_order(findings)
}

/// The changes of upstream between two of its documents.
pub fn changes(before: &Facts, now: &Facts) -> Vec<Finding> {
    in_order(compare::documents(before, now))
}

/// Adds the locations in the schema, and removes findings about types that are `TODO` there.
pub fn locate(findings: &mut Vec<Finding>, sources: &Sources) {
    let index = YamlIndex::of(sources);
    findings.retain(|finding| !undecided::is_undecided(finding, &index));
    for finding in findings {
        finding.source_location = index.locate(finding);
    }
}

/// Sorts findings, and removes those that are there twice.
pub fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    findings.retain(|finding| seen.insert(finding.id()));
    for finding in &mut findings {
        finding.meaning = meaning::meaning(finding);
    }
    findings.sort_by(|left, right| left.order().cmp(&right.order()));
    findings
}
