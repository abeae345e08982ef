//! `cargo xtask api` on small crates.

use std::process::Command;

use portone_v1_tests::repository::Repository;
use portone_v1_tests::run::Run;

use crate::tiny_crates::{self, LIBRARY, MANIFEST, RUNTIME, WORKSPACE};
use crate::xtask;

/// Released as 0.1.0.
fn released() -> Repository {
    let repository = Repository::empty();
    tiny_crates::write(&repository);
    repository.write("Cargo.toml", WORKSPACE);
    repository.write(".gitignore", "/target\n");
    repository.write("CHANGELOG.md", "# Changelog\n\n## [0.1.0] - 2026-11-21\n\n- All.\n");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["generate-lockfile", "--offline"]).current_dir(repository.path(""));
    Run::of(&mut cargo).expect(0);
    repository.commit("Release 0.1.0");
    repository.git(&["tag", "v0.1.0"]);
    repository
}

fn api(repository: &Repository, arguments: &[&str]) -> Run {
    let mut command = xtask::command();
    // A target folder of its own: two tests must not write the same description.
    command.arg("api").args(arguments).arg("--project").arg(repository.path("."));
    Run::of(command.env_remove("CARGO_TARGET_DIR"))
}

/// The lines of the changes since the release.
fn changes(repository: &Repository, code: i32) -> Vec<String> {
    let run = api(repository, &[]).expect(code);
    let (changes, next) = run.out.split_once("\n\n").expect("the next version follows");
    assert!(next.starts_with("The crates ask for 0."), "{next}");
    changes.lines().skip(1).map(|line| line.trim().to_owned()).collect()
}

#[test]
fn every_kind_of_breaking_change_is_found() {
    let repository = released();
    for (old, new) in [
        // What the emitter writes under another name, or with another type.
        ("pub fn check(&self) -> bool", "pub fn validate(&self) -> bool"),
        ("Ready, Paid", "Ready, Paid, Failed"),
        ("pub one: u8", "pub one: u8, pub two: u8"),
        ("pub struct Point(pub u8)", "pub struct Point(pub u8, u8)"),
        ("pub struct Id {}", "pub struct Id { value: std::rc::Rc<u8> }"),
        ("pub struct Old;\n\n", ""),
        ("pub struct Moved;", "#[cfg(feature = \"other\")]\npub struct Moved;"),
        ("fn send(&self);", "fn send(&self); fn more(&self);"),
        ("fn again(&self) {}", "fn again(&self);"),
    ] {
        repository.replace(LIBRARY, old, new);
    }
    repository.replace(MANIFEST, "\npayments = []", "\nother = []");
    repository.replace(MANIFEST, "[\"payments\"]", "[]");
    insta::assert_snapshot!(changes(&repository, 1).join("\n"), @r"
    major: portone-v1: removed: feature `payments`
    major: portone-v1: removed from the default features: `payments`
    major: portone-v1: changed: impl core::marker::Send for portone_v1::Id → impl !core::marker::Send for portone_v1::Id
    major: portone-v1: changed: impl core::marker::Sync for portone_v1::Id → impl !core::marker::Sync for portone_v1::Id
    major: portone-v1: changed: pub struct portone_v1::Point(pub u8) → pub struct portone_v1::Point(pub u8, _)
    major: portone-v1: no longer has a default: pub fn portone_v1::Send2::again(&self)
    major: portone-v1: no longer has only public fields: pub struct portone_v1::Id
    major: portone-v1: removed: pub fn portone_v1::Get::check(&self) -> bool
    major: portone-v1: removed: pub struct portone_v1::Old
    major: portone-v1: added: pub portone_v1::Status::Failed
    major: portone-v1: added: pub portone_v1::Pair::two: u8
    major: portone-v1: added: pub fn portone_v1::Send2::more(&self)
    major: portone-v1: removed: pub struct portone_v1::Moved (with default features)
    minor: portone-v1: added: feature `other`
    minor: portone-v1: added: pub fn portone_v1::Get::validate(&self) -> bool
    ");
}

#[test]
#[ignore = "compiles crates: `.ci/run` runs it"]
fn additions_are_minor_and_hidden_items_are_none() {
    let repository = released();
    for (old, new) in [
        ("{ Kb }", "{ Kb, Toss }"),
        ("fn send(&self);", "fn send(&self); fn more(&self) {}"),
        (
            "pub struct Get { id: String }",
            "pub struct Get { id: String, more: u8 }\n\npub enum New { One }",
        ),
        ("pub fn call() {}", "pub fn other() {}"),
    ] {
        repository.replace(LIBRARY, old, new);
    }
    insta::assert_snapshot!(changes(&repository, 0).join("\n"), @r"
    minor: portone-v1: added: pub portone_v1::Bank::Toss
    minor: portone-v1: added: pub enum portone_v1::New
    minor: portone-v1: added: pub portone_v1::New::One
    minor: portone-v1: added: pub fn portone_v1::Send2::more(&self)
    ");
    api(&repository, &["--fail-on", "minor"]).expect(1);
    api(&repository, &["main...", "--fail-on", "minor"]).expect(1);
    api(&repository, &["v0.1.0", "v0.1.0", "--fail-on", "minor"]).expect(0);
}

/// Cargo compares the times of files with that of a build, and those of a checkout are the time of its commit.
#[test]
#[ignore = "compiles crates: `.ci/run` runs it"]
fn commits_of_long_ago_are_told_apart() {
    let repository = released();
    let commit = |message: &str| {
        repository.git(&["add", "--all"]);
        let mut git = Command::new("git");
        git.args(["-c", "user.name=Tester", "-c", "user.email=tester@example.com", "commit"]);
        git.args(["--quiet", "--message", message]).current_dir(repository.path(""));
        Run::of(git.env("GIT_COMMITTER_DATE", "2020-01-01T00:00:00Z")).expect(0);
    };
    // The generated crate needs what is new in the runtime.
    let dependency = "\n[dependencies]\nportone-v1-runtime = { path = \"../runtime\" }\n";
    repository.write(MANIFEST, &(repository.read(MANIFEST) + dependency));
    repository.write(LIBRARY, "//! Nothing.\n\npub use portone_v1_runtime as runtime;\n");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--offline", "--format-version", "1"]);
    Run::of(cargo.current_dir(repository.path(""))).expect(0);
    commit("Depend on the runtime");
    repository.write(RUNTIME, "//! Nothing.\n\npub struct Time;\n");
    repository.write(LIBRARY, "//! Nothing.\n\npub fn one(_: portone_v1_runtime::Time) {}\n");
    commit("Take the time");
    let run = api(&repository, &["HEAD~1", "HEAD"]).expect(1);
    let added = "minor: portone-v1: added: pub fn portone_v1::one(portone_v1_runtime::Time)";
    assert!(run.out.contains(added), "{}", run.out);
    let run = api(&repository, &["HEAD", "HEAD~1"]).expect(1);
    assert!(run.out.contains("major: portone-v1: removed: pub fn portone_v1::one"), "{}", run.out);
}

#[test]
#[ignore = "compiles crates: `.ci/run` runs it"]
fn a_change_of_the_runtime_is_named_with_its_crate() {
    let repository = released();
    repository.write(RUNTIME, "//! Nothing.\n\npub fn now() {}\n");
    repository.commit("Tell the time");
    repository.git(&["tag", "v0.2.0-rc.1"]);
    repository.write(RUNTIME, "//! Nothing.\n\npub fn then() {}\n");
    // The pre-release promised nothing.
    let since_stable = ["minor: portone-v1-runtime: added: pub fn portone_v1_runtime::then()"];
    assert_eq!(changes(&repository, 0), since_stable);
    let run = api(&repository, &["v0.2.0-rc.1", "--format", "markdown"]).expect(1);
    insta::assert_snapshot!(run.out, @r"
    ## Public API: since v0.2.0-rc.1: 2 changes of the crates' API, at most major → the working tree

    **major**

    ```text
    portone-v1-runtime: removed: pub fn portone_v1_runtime::now()
    ```

    **minor**

    ```text
    portone-v1-runtime: added: pub fn portone_v1_runtime::then()
    ```

    The crates ask for 0.2.0-rc.2 or higher; the schema may ask for more.
    ");
}

#[test]
#[ignore = "compiles crates: `.ci/run` runs it"]
fn a_base_that_does_not_compile_is_an_error_with_its_reason() {
    let repository = released();
    repository.write(RUNTIME, "//! Nothing.\n\npub fn now() -> Time {}\n");
    repository.commit("Spoil the runtime");
    let run = api(&repository, &["HEAD", "v0.1.0"]).expect(2);
    assert!(run.err.contains("portone-v1-runtime at HEAD cannot be compiled"), "{}", run.err);
    assert!(run.err.contains("cannot find type `Time`"), "{}", run.err);
    let run = api(&repository, &["v9.9.9"]).expect(2);
    assert!(run.err.contains("unknown revision or folder `v9.9.9`"), "{}", run.err);
}
