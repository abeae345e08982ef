//! Suppressions of findings: the entries under `drift` in `schema/suppressions.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::finding::{Finding, Kind};
use super::yaml_fragment::key;
use crate::diagnostics::did_you_mean;
use crate::syntax::TODO;

/// A suppression of an intended difference from upstream. Another value on either side is a new finding.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DriftSuppression {
    /// The finding's id; a final `*` matches any ending.
    pub id: String,
    /// The accepted value in our schema, as the report shows it; empty if there is none.
    pub ours: Option<String>,
    /// The accepted value upstream.
    pub theirs: Option<String>,
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

/// Removes the suppressed findings; returns the problem of every entry that is stale or accepts other values.
pub fn apply(suppressions: &[DriftSuppression], findings: &mut Vec<Finding>) -> Vec<String> {
    let problems = suppressions.iter().flat_map(|entry| problems(entry, findings)).collect();
    findings.retain(|finding| !suppressions.iter().any(|entry| accepts(entry, finding)));
    problems
}

fn problems(entry: &DriftSuppression, findings: &[Finding]) -> Vec<String> {
    let found: Vec<_> =
        findings.iter().filter(|finding| matches(&entry.id, &finding.id())).collect();
    if found.is_empty() {
        return vec![format!("`{}` matches no finding\n  help: remove the entry", entry.id)];
    }
    let others = found.into_iter().filter(|finding| !accepts(entry, finding));
    others.map(|finding| other_values(entry, finding)).collect()
}

/// With the entry that would accept the values.
fn other_values(entry: &DriftSuppression, finding: &Finding) -> String {
    let id = finding.id();
    let accepted = match (&entry.ours, &entry.theirs) {
        (Some(ours), Some(theirs)) => format!("accepts {} against {}", key(ours), key(theirs)),
        _ => "lacks the values that it accepts, `ours` and `theirs`".to_owned(),
    };
    let other = if entry.id == id { String::new() } else { format!(" of `{id}`") };
    let (ours, theirs) = (key(&finding.ours), key(&finding.theirs));
    format!(
        "`{}` {accepted}; the values{other} are {ours} against {theirs}\n  help: an entry for them begins with\n\n  - id: {}\n    ours: {ours}\n    theirs: {theirs}\n",
        entry.id,
        key(&id),
    )
}

fn accepts(entry: &DriftSuppression, finding: &Finding) -> bool {
    let is = |accepted: &Option<String>, value: &String| accepted.as_ref() == Some(value);
    matches(&entry.id, &finding.id())
        && is(&entry.ours, &finding.ours)
        && is(&entry.theirs, &finding.theirs)
}

fn matches(pattern: &str, id: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => id.starts_with(start),
        None => pattern == id,
    }
}
