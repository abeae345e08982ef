//! The last release, in clones that may lack tags or history.

use std::process::Command;

use portone_v1_tests::run::Run;
use tempfile::TempDir;

use crate::release::project::{Project, xtask};

/// A clone of a project.
struct Clone(TempDir);

impl Clone {
    fn of(project: &Project, options: &[&str]) -> Self {
        let folder = TempDir::new().expect("a folder");
        let source = format!("file://{}", project.path("").display());
        let mut git = Command::new("git");
        git.args(["clone", "--quiet"]).args(options).arg(source).arg(folder.path());
        Run::of(&mut git).expect(0);
        Self(folder)
    }

    fn release(&self, arguments: &[&str]) -> Run {
        let mut command = xtask();
        command.args(["release", "--skip-tests", "--skip-crates", "--dry-run"]).args(arguments);
        Run::of(command.arg("--project").arg(self.0.path()))
    }

    fn git(&self, arguments: &[&str]) {
        Run::of(Command::new("git").args(arguments).current_dir(self.0.path())).expect(0);
    }
}

/// A project with a release, and a commit after it.
fn released() -> Project {
    let project = Project::unreleased();
    project.git(&["tag", "v0.1.0"]);
    project.write("notes.txt", "More.\n");
    project.commit("Add notes");
    project
}

#[test]
fn a_shallow_clone_cannot_tell_the_last_release() {
    let project = released();
    let clone = Clone::of(&project, &["--depth", "1"]);
    let run = clone.release(&[]).expect(2);
    assert!(run.err.contains("this clone is shallow"), "{}", run.err);
    assert!(run.err.contains("`git fetch --tags --unshallow`"), "{}", run.err);
    clone.git(&["fetch", "--quiet", "--tags", "--unshallow"]);
    let run = clone.release(&[]).expect(0);
    assert!(run.err.contains("since v0.1.0"), "{}", run.err);
}

#[test]
fn a_clone_without_tags_cannot_tell_the_last_release() {
    let project = released();
    let clone = Clone::of(&project, &["--no-tags"]);
    let run = clone.release(&[]).expect(2);
    assert!(run.err.contains("the tag `v0.1.0` of `origin` is missing"), "{}", run.err);
    assert!(run.err.contains("`git fetch --tags`"), "{}", run.err);
    clone.git(&["fetch", "--quiet", "--tags"]);
    let run = clone.release(&[]).expect(0);
    assert!(run.err.contains("since v0.1.0"), "{}", run.err);
}

#[test]
fn a_clone_without_its_newest_tag_cannot_tell_the_last_release() {
    let project = released();
    let clone = Clone::of(&project, &[]);
    clone.release(&[]).expect(0);
    project.git(&["tag", "v0.1.1"]);
    let run = clone.release(&[]).expect(2);
    assert!(run.err.contains("the tag `v0.1.1` of `origin` is missing"), "{}", run.err);
}

#[test]
fn the_first_release_is_proven_or_said() {
    let project = Project::unreleased();
    let clone = Clone::of(&project, &[]);
    let run = clone.release(&[]).expect(0);
    assert!(run.err.contains("this is the first release"), "{}", run.err);
    // Without an answer, nothing is proven.
    clone.git(&["remote", "set-url", "origin", "/nowhere/at/all"]);
    let run = clone.release(&[]).expect(2);
    assert!(run.err.contains("`origin` did not answer"), "{}", run.err);
    assert!(run.err.contains("`--first` says that there was none"), "{}", run.err);
    let run = clone.release(&["--first"]).expect(0);
    assert!(run.err.contains("this is the first release"), "{}", run.err);
}

#[test]
fn what_proves_a_release_contradicts_the_first() {
    let project = Project::unreleased();
    let changelog =
        "# Changelog\n\n## [Unreleased]\n\n- More.\n\n## [0.1.0] - 2026-11-01\n\n- All.\n";
    project.write("CHANGELOG.md", changelog);
    project.commit("Release 0.1.0");
    for arguments in [&["--dry-run"][..], &["--dry-run", "--first"]] {
        let run = project.release(arguments).expect(2);
        assert!(run.err.contains("CHANGELOG.md has 0.1.0 already"), "{}", run.err);
        assert!(run.err.contains("`git fetch --tags`"), "{}", run.err);
    }
    project.git(&["tag", "v0.1.0"]);
    project.release(&["--dry-run"]).expect(0);
    let run = project.release(&["--dry-run", "--first"]).expect(2);
    assert!(run.err.contains("`--first` is wrong: v0.1.0"), "{}", run.err);
}

#[test]
fn a_pre_release_hides_no_breaking_change() {
    let project = Project::unreleased();
    project.git(&["tag", "v0.1.0"]);
    project.rename_a_code(&[]);
    project.commit("Call a gateway by another name");
    project.git(&["tag", "v0.1.1-rc.1"]);
    let run = project.release(&["0.1.1", "--dry-run"]).expect(2);
    assert!(run.err.contains("since v0.1.0: 1 change of the schema, at most major"), "{}", run.err);
    assert!(run.err.contains("the lowest allowed version is 0.2.0"), "{}", run.err);
    let run = project.release(&["--dry-run"]).expect(0);
    assert!(run.err.contains("the next version is 0.2.0"), "{}", run.err);
}
