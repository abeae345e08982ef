//! The changes of a new model for users of the old crate: on the wire, in Rust and in
//! what programs do. It compares models, so the order of keys, comments and anchors count for
//! nothing.
//!
//! Every struct of the model is taken apart without `..` where it is compared: a new field of the
//! model does not compile until somebody has said what a change of it means.

mod change;
mod choices;
mod codes;
mod comparison;
mod field;
mod field_pair;
mod gateways;
mod json;
mod level;
mod limits;
mod members;
mod omission;
mod operations;
mod owner;
mod pairs;
mod reach;
mod reconciliation;
pub mod report;
mod role;
mod rule;
pub mod rules;
mod sections;
mod signature;
mod spot;
mod struct_pair;
pub mod suppression;
mod type_pair;
mod types;

pub use change::{Change, level};
pub use level::{Level, next_version};
pub use rule::{Direction, Rule};
pub use rules::RULES;

use std::cmp::Reverse;

use crate::model::Api;
use comparison::Comparison;

/// Every change from one model to the next, the gravest first, then in the order of pointers.
pub fn compare(before: &Api, after: &Api) -> Vec<Change> {
    let comparison = Comparison::of(before, after);
    let mut changes = Vec::new();
    sections::compare(&comparison, &mut changes);
    operations::compare(&comparison, &mut changes);
    types::compare(&comparison, &mut changes);
    changes.sort_by(|one, other| {
        let key = |change: &Change| Reverse(change.level());
        key(one).cmp(&key(other)).then_with(|| one.pointer.cmp(&other.pointer))
    });
    changes
}
