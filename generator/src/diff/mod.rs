//! What a new model changes for those who use the crate of the old one: on the wire, in Rust and in
//! what programs do. It compares models, so the order of keys, comments and anchors count for nothing.

pub mod accepted;
mod change;
mod level;
pub mod report;
mod rule;
pub mod rules;

pub use change::{Change, level};
pub use level::{Level, next_version};
pub use rule::{Direction, Rule};
pub use rules::RULES;

use crate::model::Api;

/// Every change from one model to the next, the gravest first, then in the order of pointers.
pub fn compare(before: &Api, after: &Api) -> Vec<Change> {
    let _ = (before, after);
    Vec::new()
}
