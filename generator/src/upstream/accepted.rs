//! `schema/suppressions.yaml`: differences on purpose. An entry without a match is an error.

use schemars::JsonSchema;
use serde::Deserialize;

use super::finding::{Finding, Kind};
use crate::diagnostics::did_you_mean;
use crate::diff::{self, accepted::Intended};
use crate::syntax::TODO;

/// A difference that is known and meant.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// The finding's id; a final `*` stands for any ending.
    pub id: String,
    /// The reason why our schema is right.
    pub reason: String,
    /// The evidence for it.
    pub evidence: String,
}

/// The file as written.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The accepted differences from upstream.
    #[serde(default)]
    pub drift: Vec<Accepted>,
    /// The changes of the schema that are meant, whatever they break.
    #[serde(default)]
    pub diff: Vec<Intended>,
}

/// Reads the file.
///
/// # Errors
/// Says what is wrong with it and where.
pub fn read(text: &str) -> Result<File, String> {
    // A file with nothing but comments accepts nothing.
    let file: Option<File> = crate::syntax::yaml::typed(text)?;
    let file = file.unwrap_or_default();
    let intended = || file.diff.iter().find_map(diff::accepted::problem);
    match file.drift.iter().find_map(problem).or_else(intended) {
        Some(problem) => Err(problem),
        None => Ok(file),
    }
}

/// An entry names a kind, so that no single one can accept everything, and gives its grounds.
fn problem(entry: &Accepted) -> Option<String> {
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

/// Takes the accepted findings out; returns the entries that no finding matches.
pub fn apply(accepted: &[Accepted], findings: &mut Vec<Finding>) -> Vec<Accepted> {
    let ids: Vec<String> = findings.iter().map(Finding::id).collect();
    findings.retain(|finding| !accepted.iter().any(|entry| matches(&entry.id, &finding.id())));
    let stale = |entry: &&Accepted| !ids.iter().any(|id| matches(&entry.id, id));
    accepted.iter().filter(stale).cloned().collect()
}

fn matches(pattern: &str, id: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => id.starts_with(start),
        None => pattern == id,
    }
}
