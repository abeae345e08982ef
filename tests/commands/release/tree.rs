//! Releases that are rejected and leave the tree unchanged.

use serde_json::Value;

use crate::release::project::Project;

#[test]
fn a_dirty_tree_is_rejected_with_its_files() {
    let project = Project::unreleased();
    project.write("schema/notes.txt", "Mine.\n");
    let before = project.snapshot();
    let run = project.release(&[]).expect(2);
    assert!(run.err.contains("uncommitted changes"), "{}", run.err);
    assert!(run.err.contains("schema/notes.txt"), "{}", run.err);
    project.release(&["--dry-run"]).expect(2);
    assert_eq!(project.snapshot(), before);
}

#[test]
fn another_branch_is_rejected_unless_it_is_named() {
    let project = Project::unreleased();
    project.git(&["switch", "--quiet", "--create", "0.1.x"]);
    let run = project.release(&["--dry-run"]).expect(2);
    assert!(
        run.err.contains("releases are made from `main`, and `0.1.x` is checked out"),
        "{}",
        run.err
    );
    project.release(&["--dry-run", "--branch", "0.1.x"]).expect(0);
}

#[test]
fn stale_generated_code_is_not_released() {
    let project = Project::unreleased();
    project.replace("generated/README.md", "Money is exact", "Money is rounded");
    project.commit("Edit what nobody edits");
    let before = project.snapshot();
    let run = project.release(&[]).expect(1);
    assert!(run.out.contains("-- **Money is rounded"), "{}", run.out);
    assert!(run.err.contains("release stopped"), "{}", run.err);
    assert_eq!(project.snapshot(), before);
}

#[test]
fn a_schema_with_drift_is_not_released() {
    let project = Project::unreleased();
    let lock = project.read("schema/upstream.lock");
    let mut lock: Value = serde_json::from_str(&lock).expect("it is JSON");
    let operations = lock["operations"].as_object_mut().expect("a map");
    operations.remove("POST /orders").expect("it is documented");
    project.write("schema/upstream.lock", &lock.to_string());
    project.xtask(&["generate"]).expect(0);
    project.commit("Pin another description");
    let run = project.release(&[]).expect(1);
    assert!(run.out.contains("operation-hidden POST /orders"), "{}", run.out);
    assert!(run.err.contains("release stopped"), "{}", run.err);
}

#[test]
fn a_dry_run_shows_everything_and_changes_nothing() {
    let project = Project::unreleased();
    let before = project.snapshot();
    let run = project.release(&["0.2.0", "--dry-run"]).expect(0);
    for line in [
        "+++ b/CHANGELOG.md",
        "+## [0.2.0] - 2026-12-01",
        "+version = \"0.2.0\"",
        "+++ b/bench/Cargo.lock",
        "+++ b/xtask/Cargo.lock",
        "no file was changed",
    ] {
        assert!(run.out.contains(line), "`{line}` in\n{}", run.out);
    }
    assert_eq!(project.snapshot(), before);
}

#[test]
fn a_changelog_that_cannot_be_written_changes_nothing() {
    let project = Project::unreleased();
    project.replace("CHANGELOG.md", "## [Unreleased]", "## Unreleased");
    project.commit("Spoil the changelog");
    let before = project.snapshot();
    let run = project.release(&[]).expect(2);
    assert!(run.err.contains("CHANGELOG.md has no line `## [Unreleased]`"), "{}", run.err);
    assert_eq!(project.snapshot(), before);
}
