//! `schema/accepted.yaml`: differences on purpose. An entry that matches nothing is a mistake.

use schemars::JsonSchema;
use serde::Deserialize;

use super::finding::Finding;

/// A difference that is known and meant.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// The finding's id; a final `*` stands for any ending.
    pub id: String,
    /// Why our schema is right.
    pub reason: String,
    /// What shows it.
    pub evidence: String,
}

/// The file as written.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The accepted differences from upstream.
    #[serde(default)]
    pub drift: Vec<Accepted>,
}

/// Reads the file.
///
/// # Errors
/// Says what is wrong with it and where.
pub fn read(text: &str) -> Result<File, String> {
    crate::syntax::yaml::typed(text)
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
