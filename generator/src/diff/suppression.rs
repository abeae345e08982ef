//! Suppressions of changes: the entries under `diff` in `schema/suppressions.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Change, RULES};
use crate::diagnostics::did_you_mean;
use crate::syntax::TODO;
use crate::syntax::is_date;

/// A suppression of an intended change, even if it is breaking.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DiffSuppression {
    /// The rule's id.
    pub rule: String,
    /// The change's pointer; a final `*` matches any ending.
    pub pointer: String,
    /// The reason why it is meant.
    pub reason: String,
    /// The last day on which the entry is valid: `2027-03-31`.
    #[schemars(extend("format" = "date"))]
    pub expires: String,
}

/// An error of a well-formed entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuppressionError {
    /// Its last day is over.
    Expired,
    /// It is new and matches no change.
    Unused,
}

impl SuppressionError {
    /// The word in lower case: `expired`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::Unused => "unused",
        }
    }

    /// The message.
    pub fn message(self) -> &'static str {
        match self {
            Self::Expired => "its last day is over, so it is no longer valid",
            Self::Unused => "it is new here and matches no change",
        }
    }
}

impl DiffSuppression {
    /// True if it is about this change.
    pub fn matches(&self, change: &Change) -> bool {
        self.rule == change.rule.id
            && match self.pointer.strip_suffix('*') {
                Some(start) => change.pointer.starts_with(start),
                None => self.pointer == change.pointer,
            }
    }

    /// True if its last day is before this one.
    pub fn is_expired(&self, today: &str) -> bool {
        self.expires.as_str() < today
    }
}

/// The entries that are expired or unused. An entry that the base has too was checked when it was added:
/// its change is in the base by now, so it need not match anything until it expires.
pub fn errors<'e>(
    entries: &'e [DiffSuppression],
    base: &[DiffSuppression],
    changes: &[Change],
    today: &str,
) -> Vec<(&'e DiffSuppression, SuppressionError)> {
    let error = |entry: &DiffSuppression| {
        let is_known = || base.iter().any(|known| same(known, entry));
        let is_used = || changes.iter().any(|change| entry.matches(change));
        if entry.is_expired(today) {
            Some(SuppressionError::Expired)
        } else {
            (!is_known() && !is_used()).then_some(SuppressionError::Unused)
        }
    };
    entries.iter().filter_map(|entry| Some((entry, error(entry)?))).collect()
}

/// Compares rule and pointer; the reason and the last day may change.
fn same(one: &DiffSuppression, other: &DiffSuppression) -> bool {
    (&one.rule, &one.pointer) == (&other.rule, &other.pointer)
}

/// The reason why an entry is invalid, if it is.
pub fn problem(entry: &DiffSuppression) -> Option<String> {
    let DiffSuppression { rule, pointer, reason, expires } = entry;
    if !RULES.iter().any(|known| known.id == rule) {
        let hint = did_you_mean(rule, RULES.iter().map(|known| known.id));
        let hint = hint.map(|hint| format!("\n  help: {hint}")).unwrap_or_default();
        return Some(format!("there is no rule `{rule}`{hint}"));
    }
    let whose = format!("`{rule}` at `{pointer}`");
    if pointer.trim_end_matches('*').trim().is_empty() {
        return Some(format!("{whose} does not say which change it is about"));
    }
    if reason.trim().is_empty() || reason == TODO {
        return Some(format!("{whose} lacks its `reason`"));
    }
    let message = || format!("{whose} does not expire on a date such as 2027-03-31: `{expires}`");
    (!is_date(expires)).then(message)
}
