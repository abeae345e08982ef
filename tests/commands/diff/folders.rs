//! Folders instead of revisions.

use std::fs;

use super::repository::Repository;
use super::schemas::{BEFORE, POINTER, major};
use crate::test_project::{TestProject, VALID};
use crate::xtask;

#[test]
fn folders_need_no_git() {
    let (before, after) = (TestProject::new(VALID), TestProject::new(VALID));
    after.rewrite(&VALID.replace("GET /orders", "GET /order"));
    let (old, new) = (before.schema(), after.schema());
    let above = new.parent().expect("a folder");
    let command = ["diff".as_ref(), old.as_os_str(), above.as_os_str()];
    let run = xtask::run(&command).expect(1);
    assert!(run.out.contains("operations/shop.get"), "{}", run.out);
    assert!(run.out.contains("the current version is not known"), "{}", run.out);
}

#[test]
fn the_names_of_folders_are_no_change() {
    let repository = Repository::new();
    let other = repository.path().join("other");
    fs::rename(repository.path().join("schema"), &other).expect("moved");
    repository.schema(BEFORE);
    let other = other.display().to_string();
    let run = repository.diff(&["main", &other, "--fail-on", "patch"]).expect(0);
    assert!(run.out.contains("no change"), "{}", run.out);
}

#[test]
fn a_folder_and_a_revision_can_be_compared() {
    let (one, other) = (Repository::new(), Repository::new());
    other.schema(&major());
    let folder = other.path().display().to_string();
    let run = one.diff(&["main", &folder]).expect(1);
    assert!(run.out.contains(POINTER), "{}", run.out);
}

#[test]
fn a_folder_without_a_schema_is_named_with_help() {
    let repository = Repository::new();
    fs::create_dir(repository.path().join("empty")).expect("a folder");
    let folder = repository.path().join("empty").display().to_string();
    let run = repository.diff(&[&folder, "main"]).expect(2);
    assert_eq!(run.out, "");
    assert!(run.err.contains("`schema/api.yaml`"), "{}", run.err);
}
