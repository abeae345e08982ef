//! A release that was killed while it was written: its version is in some of the files already.

use std::fs;

use anyhow::bail;
use portone_v1_generator::output::{Kind, Plan};
use semver::Version;

use super::changelog::headings;
use super::changes::SchemaChanges;
use super::checks;
use super::files::ReleaseFiles;
use super::history::ReleaseHistory;
use crate::project_paths::ProjectPaths;

/// The version and the remaining changes of the interrupted release. Any other uncommitted change is an error.
pub fn remaining(
    uncommitted: &[String],
    wanted: Option<&Version>,
    files: &ReleaseFiles,
    history: &ReleaseHistory,
    paths: &ProjectPaths,
) -> anyhow::Result<(Version, Plan)> {
    let other_change = || checks::uncommitted(uncommitted);
    let changelog = fs::read_to_string(paths.project().join("CHANGELOG.md")).unwrap_or_default();
    let mut committed = headings(&files.changelog);
    let new = headings(&changelog).next().filter(|new| !committed.any(|old| old.0 == new.0));
    let Some((version, date)) = new else { return Err(other_change()) };
    let last = history.last.as_ref();
    let since = last.map(|last| SchemaChanges::since(last, paths)).transpose()?;
    let mut plan = files.plan(&version, since.as_ref(), date)?;
    for change in &mut plan.changes {
        let Ok(text) = fs::read_to_string(&change.path) else { return Err(other_change()) };
        match &change.kind {
            Kind::Change { new, .. } if *new == text => change.kind = Kind::Same,
            Kind::Change { old, .. } if *old == text => {}
            Kind::Same => {}
            _ => return Err(other_change()),
        }
    }
    let is_ours =
        |line: &&String| plan.changes.iter().any(|change| **line == format!(" M {}", change.shown));
    if !uncommitted.iter().all(|line| is_ours(&line)) {
        return Err(other_change());
    }
    if wanted.is_some_and(|wanted| *wanted != version) {
        bail!(
            "a release of {version} was interrupted and is in the working tree\n  help: `cargo xtask \
             release` completes it, and `git restore .` drops it"
        );
    }
    Ok((version, plan))
}
