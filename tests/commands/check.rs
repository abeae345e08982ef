//! `cargo xtask check`

use std::fs;

use crate::test_project::{TestProject, VALID};
use crate::xtask;

#[test]
fn a_valid_schema_passes() {
    let run = TestProject::new(VALID).run(&["check"]).expect(0);
    assert_eq!(run.out, "schema OK: 1 operation in 1 section, 1 type\n");
    assert_eq!(run.err, "");
}

#[test]
fn the_schema_of_this_project_passes() {
    xtask::run(&["check"]).expect(0);
}

#[test]
fn errors_go_to_standard_error() {
    let run = TestProject::new(&VALID.replace("idempotent: true", "idempotent: ture"))
        .run(&["check"])
        .expect(1);
    assert_eq!(run.out, "");
    assert!(run.err.contains("error[E007]"), "{}", run.err);
    assert!(run.err.contains("--> schema/sections/shop.yaml:10:17"), "{}", run.err);
    assert!(run.err.contains("`cargo xtask explain E007`"), "{}", run.err);
}

#[test]
fn check_writes_nothing() {
    let project = TestProject::new(VALID);
    project.run(&["check"]).expect(0);
    assert!(!project.out().exists());
    assert!(!project.schema().join("schema.json").exists());
}

#[test]
fn a_missing_folder_is_named_with_help() {
    let project = TestProject::new(VALID);
    fs::remove_dir_all(project.schema()).expect("it is removed");
    let run = project.run(&["check"]).expect(2);
    assert_eq!(run.out, "");
    assert!(run.err.contains("help: name its folder with `--schema DIR`"), "{}", run.err);
    assert!(run.err.contains(&project.schema().display().to_string()), "{}", run.err);
}

#[test]
fn the_revision_is_the_date_of_the_pinned_description() {
    let project = TestProject::new(VALID);
    let pin = |date: &str| {
        let lock = format!("{{ \"version\": 2, \"date\": \"{date}\", \"sha256\": \"\" }}");
        fs::write(project.schema().join("upstream.lock"), lock).expect("written");
    };
    pin("2026-07-27");
    for arguments in [&["check"][..], &["generate"], &["generate", "--check"]] {
        let run = project.run(arguments).expect(1);
        assert!(run.err.contains("error[E041]"), "{}", run.err);
        assert!(run.err.contains("schema/api.yaml:5:11"), "{}", run.err);
        assert!(run.err.contains("`cargo xtask upstream pin"), "{}", run.err);
    }
    assert!(!project.out().exists());
    pin("2024-03-22");
    project.run(&["check"]).expect(0);
    project.run(&["generate"]).expect(0);
    fs::write(project.schema().join("upstream.lock"), "{").expect("written");
    assert!(project.run(&["check"]).expect(2).err.contains("upstream.lock"));
}

#[test]
fn colour_can_be_switched_off() {
    let project = TestProject::new(&VALID.replace("idempotent: true", "idempotent: ture"));
    let has_colour = |arguments: &[&str]| project.run(arguments).expect(1).err.contains('\u{1b}');
    assert!(!has_colour(&["check"]));
    assert!(!has_colour(&["check", "--color", "never"]));
    assert!(has_colour(&["check", "--color", "always"]));
}
