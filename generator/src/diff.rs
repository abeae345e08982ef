//! The changes from one model to the next: breaking changes and compatible ones.
//!
//! Each change is judged in its effect on users of the old crate: on the wire, in Rust and in the
//! behaviour of programs. Models are compared, so the order of keys and comments are not changes.
//!
//! Every struct of the model is destructured without `..` where it is compared: a new field of the
//! model does not compile until there is a rule for a change of it.

mod abilities;
mod accepts;
mod affected;
mod alternatives;
mod arguments;
mod call;
mod change;
mod change_site;
mod choices;
mod codes;
mod comparison;
mod conditions;
mod counterparts;
mod exchange;
mod field;
mod field_names;
mod field_pair;
mod gateway_codes;
mod gateways;
mod json;
mod level;
mod limits;
mod matching;
mod members;
mod omission;
mod operation_names;
mod operations;
mod reads;
mod reconciliation;
mod rejections;
mod renames;
pub mod report;
mod requiredness;
mod returns;
mod role;
mod rule;
pub mod rules;
mod sections;
mod signature;
mod struct_pair;
mod struct_view;
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

/// Every change from one model to the next, in descending order of severity, those that no compiler notices
/// first, then by pointer.
pub fn compare(before: &Api, after: &Api) -> Vec<Change> {
    let comparison = Comparison::of(before, after);
    let mut changes = Vec::new();
    sections::compare(&comparison, &mut changes);
    abilities::of_the_crate(&comparison, &mut changes);
    operations::compare(&comparison, &mut changes);
    types::compare(&comparison, &mut changes);
    changes.sort_by(|one, other| {
        let key = |change: &Change| Reverse((change.level(), change.rule.is_silent()));
        key(one).cmp(&key(other)).then_with(|| one.pointer.cmp(&other.pointer))
    });
    changes
}
