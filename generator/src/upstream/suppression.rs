//! Suppressions of findings: the entries under `drift` in `schema/suppressions.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::finding::{Finding, Kind};
use crate::diagnostics::did_you_mean;
use crate::syntax::TODO;

/// A suppression of an intended difference from upstream.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DriftSuppression {
    /// The finding's id; a final `*` matches any ending.
    pub id: String,
    /// The reason why our schema is right.
    pub reason: String,
    /// The evidence for it.
    pub evidence: String,
}

/// The reason why an entry is invalid, if it is. An entry names a kind, so that no single one can suppress everything.
pub fn problem(entry: &DriftSuppression) -> Option<String> {
    let id = &entry.id;
    let (kind, pointer) = id.split_once(' ').unwrap_or((id, ""));
    if !Kind::ALL.iter().any(|known| known.id() == kind) {
        let hint = did_you_mean(kind, Kind::ALL.iter().map(|known| known.id()));
        let hint = hint.map(|hint| format!("\n  help: {hint}")).unwrap_or_default();
        return Some(format!("`{id}` does not begin with a kind of finding{hint}"));
    }
    if pointer.trim().is_empty() {
        return Some(format!("`{id}` does not say which finding it is about"));
    }
    let texts = [("reason", &entry.reason), ("evidence", &entry.evidence)];
    let blank = texts.into_iter().find(|(_, text)| text.trim().is_empty() || *text == TODO);
    blank.map(|(key, _)| format!("`{id}` lacks its `{key}`"))
}

/// Removes the suppressed findings; returns the unused entries, which no finding matches.
pub fn apply(
    suppressions: &[DriftSuppression],
    findings: &mut Vec<Finding>,
) -> Vec<DriftSuppression> {
    let ids: Vec<String> = findings.iter().map(Finding::id).collect();
    findings.retain(|finding| !suppressions.iter().any(|entry| matches(&entry.id, &finding.id())));
    let unused = |entry: &&DriftSuppression| !ids.iter().any(|id| matches(&entry.id, id));
    suppressions.iter().filter(unused).cloned().collect()
}

fn matches(pattern: &str, id: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => id.starts_with(start),
        None => pattern == id,
    }
}
