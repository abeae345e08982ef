//! Releases of crates whose public API has changed while the schema has not.

use portone_v1_tests::run::Run;

use crate::release::project::Project;
use crate::tiny_crates::{self, LIBRARY, RUNTIME};

/// A project whose crates are small, and the crate of its schema lies elsewhere.
fn released() -> Project {
    let project = Project::unreleased();
    std::fs::rename(project.path("generated"), project.path("crate")).expect("it is renamed");
    let members = "[\"examples\", \"fake\", \"generated\", \"generator\", \"runtime\", \"tests\"]";
    project.replace("Cargo.toml", members, "[\"fake\", \"generated\", \"runtime\"]");
    tiny_crates::write(&project);
    project.commit("Release 0.1.0");
    project.git(&["tag", "v0.1.0"]);
    project
}

fn release(project: &Project, arguments: &[&str]) -> Run {
    let mut command = project.command(&["release", "--skip-tests", "--dry-run"]);
    command.args(arguments).arg("--out").arg(project.path("crate"));
    // Offline: what is compiled needs no other crate.
    Run::of(command.env_remove("CARGO_TARGET_DIR").env("CARGO_NET_OFFLINE", "true"))
}

#[test]
#[ignore = "compiles crates: `.ci/run` runs it"]
fn a_method_that_the_emitter_renames_is_no_patch() {
    let project = released();
    project.replace(LIBRARY, "pub fn check(", "pub fn validate(");
    project.commit("Rename a method");
    let run = release(&project, &["0.1.1"]).expect(2);
    assert!(
        run.err.contains("0.1.1 is too low: the lowest allowed version is 0.2.0"),
        "{}",
        run.err
    );
    let reason = "the crates decide: the most severe change is major: portone-v1: removed: pub fn \
                  portone_v1::Get::check(&self) -> bool";
    assert!(run.err.contains(reason), "{}", run.err);
    let run = release(&project, &[]).expect(0);
    assert!(run.err.contains("the next version is 0.2.0"), "{}", run.err);
}

#[test]
#[ignore = "compiles crates: `.ci/run` runs it"]
fn the_graver_verdict_decides_and_is_named() {
    let project = released();
    project.write(RUNTIME, "//! Nothing.\n\npub fn now() {}\n");
    let out = project.path("crate").display().to_string();
    project.rename_a_code(&["--out", &out]);
    project.commit("Add a function, and call a gateway by another name");
    let run = release(&project, &[]).expect(0);
    assert!(
        run.err.contains("since v0.1.0: 1 change of the crates' API, at most minor"),
        "{}",
        run.err
    );
    assert!(run.err.contains("the schema decides: the most severe change is major"), "{}", run.err);
    assert!(run.err.contains("the next version is 0.2.0"), "{}", run.err);
}

#[test]
#[ignore = "compiles crates: `.ci/run` runs it"]
fn an_older_schema_language_leaves_the_comparison_of_the_crates() {
    let project = released();
    // The last release, as an earlier version of the tool would have written it.
    project.replace("schema/api.yaml", "revision:", "edition: old\nrevision:");
    project.commit("Release 0.1.1");
    project.git(&["tag", "v0.1.1"]);
    project.replace("schema/api.yaml", "edition: old\n", "");
    project.replace(LIBRARY, "pub fn check(", "pub fn validate(");
    project.commit("Read a newer language");
    let run = release(&project, &["0.1.2"]).expect(2);
    assert!(run.err.contains("the schema at v0.1.1 cannot be read"), "{}", run.err);
    assert!(run.err.contains("the crates decide"), "{}", run.err);
    let run = release(&project, &[]).expect(0);
    assert!(run.err.contains("the next version is 0.2.0"), "{}", run.err);
}

#[test]
#[ignore = "compiles crates: `.ci/run` runs it"]
fn crates_that_cannot_be_compared_allow_only_a_version_for_any_change() {
    let project = released();
    project.write(RUNTIME, "//! Nothing.\n\npub fn now() -> Time {}\n");
    project.commit("Spoil the runtime");
    let run = release(&project, &["0.1.1"]).expect(2);
    assert!(run.err.contains("the crates could not be compared with v0.1.0"), "{}", run.err);
    assert!(run.err.contains("`cargo xtask release 0.2.0` allows any change"), "{}", run.err);
    assert!(run.err.contains("cannot find type `Time`"), "{}", run.err);
    release(&project, &["0.2.0"]).expect(0);
}
