//! Showing a plan without carrying it out.

use similar::TextDiff;

use super::plan::{Change, Kind, Plan};

impl Plan {
    /// Every difference as a unified diff; empty when there is none.
    pub fn diff(&self) -> String {
        self.changes.iter().map(diff).collect()
    }
}

fn diff(change: &Change) -> String {
    let ours = format!("a/{}", change.shown);
    let theirs = format!("b/{}", change.shown);
    let (old, new, before, after) = match &change.kind {
        Kind::Same => return String::new(),
        Kind::Add { new } => ("", new.as_str(), "/dev/null", theirs.as_str()),
        Kind::Change { old, new } => (old.as_str(), new.as_str(), ours.as_str(), theirs.as_str()),
        Kind::Delete { old } => (old.as_str(), "", ours.as_str(), "/dev/null"),
    };
    TextDiff::from_lines(old, new).unified_diff().header(before, after).to_string()
}
