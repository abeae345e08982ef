//! What upstream publishes, and how our schema differs from it.
//!
//! ```text
//! Swagger 2.0 ─swagger→ Facts ──────────┐
//! schema/upstream.lock ─lock→ Facts ────┼─compare→ findings ─accepted→ findings ─report→ text
//! model::Api ─ours→ Facts ──────────────┘                              └─fix→ YAML
//! ```

pub mod accepted;
mod compare;
mod facts;
pub mod finding;
pub mod fix;
mod lock;
mod ours;
mod paste;
pub mod places;
mod prose;
mod rename;
pub mod report;
mod swagger;

pub use facts::Facts;
pub use finding::{Finding, Group, Kind};
pub use lock::{read as read_lock, write as write_lock};
pub use prose::sha256;
pub use swagger::read as read_document;

use crate::model::Api;

/// Compares the schema with upstream. `before` is what was pinned, when `now` is newer than that:
/// only then can edited prose and vanished types be seen.
pub fn compare(api: &Api, before: Option<&Facts>, now: &Facts) -> Vec<Finding> {
    let ours = ours::facts(api);
    let mut findings = compare::contract(&ours, now);
    if let Some(before) = before {
        findings.extend(compare::history(before, now));
    }
    let mut findings = rename::pair(findings);
    paste::suggest(&mut findings);
    findings.sort_by(|left, right| left.order().cmp(&right.order()));
    findings
}
