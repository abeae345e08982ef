//! Changes on purpose: the entries under `diff` in `schema/suppressions.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Change, RULES};
use crate::diagnostics::did_you_mean;
use crate::syntax::TODO;
use crate::syntax::values::is_date;

/// A change that is meant, whatever it breaks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Intended {
    /// The rule's id.
    pub rule: String,
    /// The change's pointer; a final `*` stands for any ending.
    pub pointer: String,
    /// The reason why it is meant.
    pub reason: String,
    /// The last day on which the entry holds: `2027-03-31`.
    #[schemars(extend("format" = "date"))]
    pub expires: String,
}

/// An error of an entry that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Its last day is over, so it holds no longer.
    Expired,
    /// It is new and no change is like it.
    Stale,
}

impl Fault {
    /// The word in lower case: `expired`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::Stale => "stale",
        }
    }

    /// The meaning, in a sentence.
    pub fn says(self) -> &'static str {
        match self {
            Self::Expired => "its last day is over, so it holds no longer",
            Self::Stale => "it is new here, and no change is like it",
        }
    }
}

impl Intended {
    /// True if it speaks of this change.
    pub fn covers(&self, change: &Change) -> bool {
        self.rule == change.rule.id
            && match self.pointer.strip_suffix('*') {
                Some(start) => change.pointer.starts_with(start),
                None => self.pointer == change.pointer,
            }
    }

    /// True if its last day is before this one.
    pub fn expired(&self, today: &str) -> bool {
        self.expires.as_str() < today
    }
}

/// The entries that hold no longer, or never did. An entry that the base has too was judged when it
/// came in: its change is in the base by now, so that nothing has to match it until it expires.
pub fn faults<'e>(
    entries: &'e [Intended],
    base: &[Intended],
    changes: &[Change],
    today: &str,
) -> Vec<(&'e Intended, Fault)> {
    let fault = |entry: &Intended| {
        let is_known = || base.iter().any(|known| same(known, entry));
        let matches = || changes.iter().any(|change| entry.covers(change));
        if entry.expired(today) {
            Some(Fault::Expired)
        } else {
            (!is_known() && !matches()).then_some(Fault::Stale)
        }
    };
    entries.iter().filter_map(|entry| Some((entry, fault(entry)?))).collect()
}

/// A reason may be reworded and a day moved.
fn same(one: &Intended, other: &Intended) -> bool {
    (&one.rule, &one.pointer) == (&other.rule, &other.pointer)
}

/// The reason why an entry is invalid, if it is.
pub fn problem(entry: &Intended) -> Option<String> {
    let Intended { rule, pointer, reason, expires } = entry;
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
