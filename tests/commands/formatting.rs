//! Agreement of `cargo fmt` and `cargo xtask generate --check` on the generated crate.

use std::fs;
use std::path::Path;
use std::process::Command;

use portone_v1_tests::run::Run;

use crate::test_project::{TestProject, VALID};
use crate::xtask;

/// The workspace that a generated crate inherits from, without what it depends on.
const WORKSPACE: &str = r#"[workspace]
members = ["crate"]

[workspace.package]
version = "0.0.0"
edition = "2024"
rust-version = "1.85"
license = "MIT"
repository = "https://example.com"

[workspace.dependencies]
portone-v1-runtime = "0.0.0"

[workspace.lints]
"#;

/// Generates the crate in a workspace that is formatted as this project is.
fn generated(schema: &str) -> TestProject {
    let project = TestProject::new(schema);
    let settings = fs::read_to_string(xtask::project().join("rustfmt.toml")).expect("the settings");
    fs::write(project.folder().join("rustfmt.toml"), settings).expect("the settings are written");
    fs::write(project.folder().join("Cargo.toml"), WORKSPACE).expect("the manifest is written");
    project.run(&["generate"]).expect(0);
    project
}

fn fmt(folder: &Path, arguments: &[&str]) -> Run {
    Run::of(Command::new("cargo").arg("fmt").args(arguments).current_dir(folder))
}

/// Neither command undoes or rejects the work of the other.
fn assert_agreement(schema: &str) {
    let project = generated(schema);
    fmt(project.folder(), &["--all", "--check"]).expect(0);
    fmt(project.folder(), &["--all"]).expect(0);
    project.run(&["generate", "--check"]).expect(0);
}

#[test]
fn cargo_fmt_and_generate_agree_on_an_operation_and_an_enumeration() {
    assert_agreement(VALID);
}

#[test]
fn cargo_fmt_and_generate_agree_on_a_label_of_66_ascii_letters() {
    assert_agreement(&VALID.replace("준비", &"Awaiting ".repeat(8)[..66]));
}

#[test]
fn cargo_fmt_and_generate_agree_on_a_label_of_33_korean_letters() {
    assert_agreement(&VALID.replace("준비", &"가".repeat(33)));
}

/// Without its settings, rustfmt formats the crate: the tests above cannot pass by formatting nothing.
#[test]
fn cargo_fmt_reads_the_generated_crate() {
    let project = generated(VALID);
    fs::remove_file(project.out().join("rustfmt.toml")).expect("the settings are generated");
    let run = fmt(project.folder(), &["--all", "--check"]);
    assert!(run.out.contains("shop.rs"), "{}{}", run.out, run.err);
}
