//! `cargo xtask generate` with errors: existing files are unchanged.

use std::fs;

use crate::test_project::{TestProject, VALID};

fn generated() -> TestProject {
    let project = TestProject::new(VALID);
    project.run(&["generate"]).expect(0);
    project
}

#[test]
fn an_invalid_schema_changes_nothing() {
    let project = generated();
    let before = project.snapshot();
    project.rewrite(&VALID.replace("idempotent: true", "idempotent: ture"));
    let run = project.run(&["generate"]).expect(1);
    assert_eq!(run.out, "");
    assert!(run.err.contains("error[E007]"), "{}", run.err);
    assert_eq!(project.snapshot(), before);
    assert!(project.left_overs().is_empty(), "{:?}", project.left_overs());
}

#[test]
fn a_file_without_the_header_is_kept() {
    let project = generated();
    project.put("src/shop.rs", "// Written by hand.\n");
    project.rewrite(&VALID.replace("A shop.", "Another shop."));
    let before = project.snapshot();
    let run = project.run(&["generate"]).expect(2);
    assert!(run.err.contains("shop.rs has no `@generated` header"), "{}", run.err);
    assert!(run.err.contains("help: move it away or delete it"), "{}", run.err);
    assert_eq!(project.snapshot(), before);
}

/// Tests may run as root, who may write everywhere: so a file stands where a folder is needed.
#[test]
fn a_place_that_cannot_be_written_changes_nothing() {
    let project = generated();
    fs::remove_dir_all(project.out().join("src")).expect("it is removed");
    project.put("src", "// Written by hand.\n");
    project.rewrite(&VALID.replace("A shop.", "Another shop."));
    let before = project.snapshot();
    let run = project.run(&["generate"]).expect(2);
    assert!(run.err.contains("src"), "{}", run.err);
    assert_eq!(project.snapshot(), before);
    assert!(project.left_overs().is_empty(), "{:?}", project.left_overs());
}

#[test]
fn a_file_where_the_crate_belongs_stays() {
    let project = TestProject::new(VALID);
    fs::write(project.out(), "Mine.\n").expect("it is written");
    project.run(&["generate"]).expect(2);
    assert_eq!(fs::read_to_string(project.out()).expect("it is there"), "Mine.\n");
    assert!(project.left_overs().is_empty(), "{:?}", project.left_overs());
}

/// The last of the files cannot be moved into place: none of the others may have been.
#[test]
fn a_folder_where_a_file_belongs_changes_nothing() {
    let project = generated();
    let last = project.schema().join("schema.json");
    fs::remove_file(&last).expect("it is removed");
    fs::create_dir(&last).expect("a folder");
    project.rewrite(&VALID.replace("A shop.", "Another shop."));
    let before = project.snapshot();
    project.run(&["generate"]).expect(2);
    assert_eq!(project.snapshot(), before);
}
