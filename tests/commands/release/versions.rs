//! The version of a release, and the files in which it is written.

use crate::release::project::Project;

#[test]
fn the_first_release_is_the_version_of_the_manifest() {
    let run = Project::unreleased().release(&["--dry-run"]).expect(0);
    assert!(run.err.contains("this is the first release"), "{}", run.err);
    assert!(run.err.contains("the next version is 0.1.0"), "{}", run.err);
}

#[test]
fn a_version_below_the_minimum_is_rejected() {
    let project = Project::unreleased();
    let before = project.snapshot();
    let run = project.release(&["0.0.9"]).expect(2);
    assert!(
        run.err.contains("0.0.9 is too low: the lowest allowed version is 0.1.0"),
        "{}",
        run.err
    );
    project.release(&["one"]).expect(2);
    assert_eq!(project.snapshot(), before);
}

#[test]
fn the_greatest_tag_in_the_history_is_the_last_release() {
    let project = Project::unreleased();
    project.git(&["tag", "v0.9.0"]);
    project.git(&["tag", "v0.10.0"]);
    project.git(&["tag", "very-last"]);
    let run = project.release(&["--dry-run"]).expect(0);
    assert!(run.err.contains("since v0.10.0: 0 changes"), "{}", run.err);
    assert!(run.err.contains("the next version is 0.10.1"), "{}", run.err);
    let run = project.release(&["0.10.0"]).expect(2);
    assert!(run.err.contains("the lowest allowed version is 0.10.1"), "{}", run.err);
}

#[test]
fn tags_of_another_history_are_ignored() {
    let project = Project::unreleased();
    project.git(&["switch", "--quiet", "--create", "elsewhere"]);
    project.git(&["commit", "--quiet", "--allow-empty", "--message", "Elsewhere"]);
    project.git(&["tag", "v7.0.0"]);
    project.git(&["switch", "--quiet", "main"]);
    let run = project.release(&["--dry-run"]).expect(0);
    assert!(run.err.contains("this is the first release"), "{}", run.err);
}

/// The whole way: written, committed, tagged, and then there is nothing to release.
#[test]
fn a_release_is_written_everywhere_and_can_be_tagged() {
    let project = Project::unreleased();
    let run = project.release(&["0.3.0"]).expect(0);
    assert!(run.out.contains("git tag v0.3.0"), "{}", run.out);
    for (path, text) in [
        ("Cargo.toml", "version = \"0.3.0\"\nedition"),
        ("Cargo.toml", "portone-v1-runtime = { path = \"runtime\", version = \"=0.3.0\" }"),
        ("Cargo.lock", "name = \"portone-v1\"\nversion = \"0.3.0\""),
        ("bench/Cargo.lock", "name = \"portone-v1-runtime\"\nversion = \"0.3.0\""),
        ("examples/checkout/Cargo.lock", "name = \"portone-v1\"\nversion = \"0.3.0\""),
        ("examples/postgres_journal/Cargo.lock", "name = \"portone-v1\"\nversion = \"0.3.0\""),
        // It is a workspace of its own, with its own version.
        (
            "examples/postgres_journal/Cargo.lock",
            "name = \"portone-v1-postgres-journal\"\nversion = \"0.1.0\"",
        ),
        ("xtask/Cargo.lock", "name = \"portone-v1-generator\"\nversion = \"0.3.0\""),
        ("README.md", "portone-v1 = { version = \"0.3\""),
    ] {
        assert!(project.read(path).contains(text), "{path} holds `{text}`");
    }
    assert_eq!(changed(&project), 8);
    project.commit("Release 0.3.0");
    project.git(&["tag", "v0.3.0"]);
    let run = project.release(&[]).expect(2);
    assert!(run.err.contains("there is nothing to release"), "{}", run.err);
}

fn changed(project: &Project) -> usize {
    project.git(&["status", "--porcelain"]).out.lines().count()
}
