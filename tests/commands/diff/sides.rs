//! The revisions that are compared by default, and the exit codes.

use super::repository::Repository;
use super::schemas::{BEFORE, POINTER, major, minor};

/// The rules about texts came later than the first schemas.
#[test]
fn an_earlier_schema_may_have_texts_that_are_not_accepted_any_more() {
    let earlier = BEFORE.replace("Reads orders.", "Reads orders # all of them");
    let repository = Repository::with(&earlier.replace("title: 메모", "title: 42"));
    repository.schema(&major());
    let run = repository.diff(&["main"]).expect(1);
    assert!(run.out.contains(POINTER), "{}", run.out);
    repository.diff(&["main", "main"]).expect(2);
}

#[test]
fn the_default_is_the_working_tree_against_the_merge_base() {
    let repository = Repository::new();
    let run = repository.diff(&[]).expect(0);
    assert!(run.out.contains("no change"), "{}", run.out);
    repository.git(&["switch", "--quiet", "--create", "work"]);
    repository.schema(&major());
    let run = repository.diff(&[]).expect(1);
    assert!(run.out.contains(POINTER), "{}", run.out);
    let sides = format!("main ({}) → work (the working tree)", repository.short("main"));
    assert!(run.out.contains(&sides), "{}", run.out);
    repository.commit("second");
    repository.diff(&[]).expect(1);
}

#[test]
fn later_commits_on_main_are_not_compared() {
    let repository = Repository::new();
    repository.git(&["switch", "--quiet", "--create", "work"]);
    repository.git(&["switch", "--quiet", "main"]);
    repository.schema(&major());
    repository.commit("on main");
    repository.git(&["switch", "--quiet", "work"]);
    repository.diff(&[]).expect(0);
    repository.diff(&["main...", "--fail-on", "patch"]).expect(0);
    let run = repository.diff(&["main", "--fail-on", "patch"]).expect(1);
    assert!(run.out.contains(POINTER), "{}", run.out);
}

#[test]
fn origin_main_serves_where_there_is_no_main() {
    let (origin, repository) = (Repository::new(), Repository::new());
    let url = origin.path().display().to_string();
    repository.git(&["switch", "--quiet", "--create", "work"]);
    repository.git(&["branch", "--quiet", "-D", "main"]);
    repository.git(&["fetch", "--quiet", &url, "main:refs/remotes/origin/main"]);
    repository.git(&["reset", "--quiet", "--hard", "origin/main"]);
    repository.schema(&major());
    let run = repository.diff(&[]).expect(1);
    assert!(run.out.contains("origin/main ("), "{}", run.out);
}

#[test]
fn two_revisions_leave_the_working_tree_out_and_alone() {
    let repository = Repository::new();
    repository.git(&["tag", "v0.1.0"]);
    repository.schema(&minor());
    repository.commit("second");
    repository.put("schema/sections/shop.yaml", "not a schema");
    let run = repository.diff(&["v0.1.0", "main", "--fail-on", "minor"]).expect(1);
    assert!(run.out.contains("v0.1.0 ("), "{}", run.out);
    assert!(run.out.contains(") → main ("), "{}", run.out);
    assert_eq!(repository.git(&["status", "--short"]), " M schema/sections/shop.yaml\n");
}

#[test]
fn the_version_to_come_follows_from_the_version_at_the_base() {
    let repository = Repository::new();
    repository.git(&["switch", "--quiet", "--create", "work"]);
    repository.put("Cargo.toml", "[workspace.package]\nversion = \"9.9.9\"\n");
    repository.schema(&major());
    let run = repository.diff(&[]).expect(1);
    assert!(run.out.contains("major: 0.1.0 → at least 0.2.0"), "{}", run.out);
    repository.schema(&minor());
    let run = repository.diff(&[]).expect(0);
    assert!(run.out.contains("minor: 0.1.0 → at least 0.1.1"), "{}", run.out);
}

#[test]
fn the_exit_code_follows_the_minimum_severity() {
    let repository = Repository::new();
    let codes = |schema: &str| {
        repository.schema(schema);
        ["major", "minor", "patch", "never"]
            .map(|level| repository.diff(&["--fail-on", level]).code.expect("a code"))
    };
    assert_eq!(codes(BEFORE), [0, 0, 0, 0]);
    assert_eq!(codes(&minor()), [0, 1, 1, 0]);
    assert_eq!(codes(&major()), [1, 1, 1, 0]);
}
