//! Findings of `drift` that this project has at the moment.

use std::process::Command;

use serde_json::Value;

use crate::repository::Repository;
use crate::run::Run;

/// Suppresses the open findings of a copy of this project, so that a test of something else passes
/// while the schema is about to follow the docs. `xtask` runs a command on the copy.
///
/// # Panics
/// Panics when the comparison fails.
pub fn suppress(copy: &Repository, xtask: impl Fn(&[&str]) -> Command) {
    let run = Run::of(&mut xtask(&["drift", "--format", "json"]));
    if run.code == Some(0) {
        return;
    }
    let run = run.expect(1);
    let report: Value = serde_json::from_str(&run.out).expect("it is JSON");
    let findings = report["findings"].as_array().expect("a list").iter();
    let entries = findings
        .map(|finding| format!("  - {{ id: {}, reason: open, evidence: open }}\n", finding["id"]));
    let entries: String = entries.collect();
    copy.replace("schema/suppressions.yaml", "drift:\n", &format!("drift:\n{entries}"));
}
