//! Revisions that cannot be compared are an error with exit code 2, never a success.

use std::fs;

use super::repository::Repository;
use super::schemas::major;
use crate::test_project::{TestProject, VALID};

fn refusal(repository: &Repository, arguments: &[&str]) -> String {
    let run = repository.diff(arguments).expect(2);
    assert_eq!(run.out, "");
    assert!(run.err.contains("error: the schemas could not be compared"), "{}", run.err);
    assert!(run.err.contains("help: "), "{}", run.err);
    run.err
}

#[test]
fn an_unknown_revision_is_corrected_or_fetched() {
    let repository = Repository::new();
    repository.git(&["branch", "feature/refunds"]);
    let error = refusal(&repository, &["feature/refnds"]);
    assert!(error.contains("unknown revision or folder `feature/refnds`"), "{error}");
    assert!(error.contains("did you mean `feature/refunds`?"), "{error}");
    let error = refusal(&repository, &["upstream/9.x"]);
    assert!(error.contains("`git fetch upstream 9.x`"), "{error}");
    refusal(&repository, &["main", "nowhere"]);
    refusal(&repository, &[""]);
    refusal(&repository, &["main...nowhere"]);
}

#[test]
fn the_sides_of_a_range_are_named_one_by_one() {
    let repository = Repository::new();
    let error = refusal(&repository, &["HEAD~3..main"]);
    assert!(error.contains("name the two sides of a range one by one: `HEAD~3 main`"), "{error}");
    let error = refusal(&repository, &["..main"]);
    assert!(error.contains("`HEAD main`"), "{error}");
}

#[test]
fn a_revision_is_never_passed_to_git_as_an_option() {
    let repository = Repository::new();
    refusal(&repository, &["--", "--output=somewhere"]);
    refusal(&repository, &["--", "-x...main"]);
}

#[test]
fn a_folder_outside_of_git_is_named() {
    let project = TestProject::new(VALID);
    let run = project.run(&["diff"]).expect(2);
    assert!(run.err.contains("no git repository at"), "{}", run.err);
    assert!(run.err.contains("help: compare two folders"), "{}", run.err);
}

#[test]
fn the_error_in_a_shallow_clone_names_the_fetch_command() {
    let origin = Repository::new();
    origin.commit("second");
    let clone = Repository::shallow_clone_of(&origin);
    let error = refusal(&clone, &["HEAD~1"]);
    assert!(error.contains("git fetch --unshallow"), "{error}");
    assert!(error.contains("fetch-depth: 0"), "{error}");
}

#[test]
fn histories_without_a_common_commit_have_no_base() {
    let repository = Repository::new();
    repository.git(&["switch", "--quiet", "--orphan", "island"]);
    repository.schema(&major());
    repository.commit("alone");
    let error = refusal(&repository, &[]);
    assert!(error.contains("`main` and `HEAD` have no commit in common"), "{error}");
}

#[test]
fn without_main_a_base_must_be_named() {
    let repository = Repository::new();
    repository.git(&["branch", "--quiet", "--move", "trunk"]);
    let error = refusal(&repository, &[]);
    assert!(error.contains("no branch `main` or `origin/main`"), "{error}");
    repository.diff(&["HEAD"]).expect(0);
}

#[test]
fn a_revision_without_a_schema_is_an_error() {
    let repository = Repository::new();
    fs::rename(repository.path().join("schema"), repository.path().join("moved")).expect("moved");
    repository.commit("away");
    fs::rename(repository.path().join("moved"), repository.path().join("schema")).expect("moved");
    let error = refusal(&repository, &["HEAD"]);
    assert!(error.contains("there is no schema at `HEAD`"), "{error}");
}

#[test]
fn an_older_schema_language_is_an_error() {
    let repository = Repository::new();
    repository.schema(&major().replace("idempotent: true", "retry: safe"));
    repository.commit("an old language");
    repository.schema(&major());
    let error = refusal(&repository, &["HEAD"]);
    assert!(error.contains("uses an older schema language"), "{error}");
    assert!(error.contains("retry"), "{error}");
}

#[test]
fn an_invalid_later_schema_is_not_compared() {
    let repository = Repository::new();
    repository.schema(&major().replace("idempotent: true", "idempotent: ture"));
    let run = repository.diff(&[]).expect(2);
    assert!(run.err.contains("error[E007]"), "{}", run.err);
}
