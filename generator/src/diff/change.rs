//! One change between two models.

use super::{Level, Rule};

/// One change, with the operations that it affects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The kind of change.
    pub rule: &'static Rule,
    /// The pointer to the thing that changed, by its name in the new model, or in the old one if it was removed:
    /// `operations/payments.cancel/body.amount`, `types/Payment/amount`, `types/Bank/020`,
    /// `sections/payments`, `api/base_url`.
    pub pointer: String,
    /// The Rust signature or the fact of the wire before.
    pub before: Option<String>,
    /// The same afterwards.
    pub after: Option<String>,
    /// The elements of a list that came, with `+`, and went, with `-`: `+ nice_v2: required`.
    pub delta: Vec<String>,
    /// The operations that it affects, as `section.operation`, sorted.
    pub operations: Vec<String>,
    /// True if it can decide whether money is moved, refunded or issued, or how much: by its rule, and because
    /// it affects an operation that must not be sent twice and whose request or answer holds an amount.
    pub money: bool,
    /// The sentence of the changelog for users.
    pub migration: String,
}

impl Change {
    /// The same change, with one more sentence for users.
    pub fn noting(mut self, note: &str) -> Self {
        if !note.is_empty() {
            self.migration = format!("{}: {note}.", self.migration.trim_end_matches('.'));
        }
        self
    }

    /// The highest of the three verdicts.
    pub fn level(&self) -> Level {
        self.rule.level()
    }
}

/// The highest level of the changes, which the next version follows.
pub fn level(changes: &[Change]) -> Level {
    changes.iter().map(Change::level).max().unwrap_or(Level::None)
}
