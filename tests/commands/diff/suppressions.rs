//! Suppressions of changes that are meant.

use super::repository::Repository;
use super::schemas::{POINTER, major};
use crate::xtask::Run;

fn entry(rule: &str, pointer: &str, expires: &str) -> String {
    format!(
        "diff:\n  - rule: {rule}\n    pointer: {pointer}\n    reason: It is meant.\n    expires: {expires}\n"
    )
}

const RULE: &str = "request-parameter-now-required";
const LATER: &str = "2027-03-31";

/// Compares on a branch with a major change and this text of `suppressions.yaml`.
fn with(suppressions: &str) -> (Repository, Run) {
    let repository = Repository::new();
    repository.git(&["switch", "--quiet", "--create", "work"]);
    repository.schema(&major());
    repository.put("schema/suppressions.yaml", suppressions);
    let run = repository.diff(&[]);
    (repository, run)
}

#[test]
fn a_suppressed_change_does_not_fail_and_keeps_its_level() {
    for pointer in [POINTER, "operations/shop.list/*"] {
        let run = with(&entry(RULE, pointer, LATER)).1.expect(0);
        assert!(run.out.contains("Suppressed (1)"), "{}", run.out);
        assert!(run.out.contains("It is meant. (until 2027-03-31)"), "{}", run.out);
        assert!(run.out.contains("major: 0.1.0 → at least 0.2.0"), "{}", run.out);
    }
}

#[test]
fn an_entry_is_valid_through_its_last_day() {
    with(&entry(RULE, POINTER, "2026-11-21")).1.expect(0);
    let run = with(&entry(RULE, POINTER, "2026-11-20")).1.expect(1);
    assert!(run.out.contains("schema/suppressions.yaml: expired"), "{}", run.out);
    assert!(run.out.contains("1 change: 1 major\n"), "{}", run.out);
}

#[test]
fn an_expired_entry_fails_by_itself() {
    let repository = Repository::new();
    repository.put("schema/suppressions.yaml", &entry(RULE, POINTER, "2026-11-20"));
    repository.commit("suppressed");
    repository.diff(&[]).expect(1);
    repository.diff(&["--fail-on", "never"]).expect(0);
}

#[test]
fn a_new_entry_that_matches_no_change_is_unused() {
    for (rule, pointer) in
        [(RULE, "operations/shop.list/query.nope"), ("operation-removed", POINTER)]
    {
        let run = with(&entry(rule, pointer, LATER)).1.expect(1);
        assert!(run.out.contains("schema/suppressions.yaml: unused"), "{}", run.out);
    }
}

#[test]
fn an_entry_of_the_base_need_not_match_until_its_last_day() {
    let (repository, run) = with(&entry(RULE, POINTER, LATER));
    run.expect(0);
    repository.git(&["tag", "v0.1.0", "main"]);
    repository.commit("the change and its entry");
    repository.git(&["branch", "--force", "main"]);
    repository.diff(&["main", "--fail-on", "patch"]).expect(0);
    let run = repository.diff(&["v0.1.0"]).expect(0);
    assert!(run.out.contains("Suppressed (1)"), "{}", run.out);
}

#[test]
fn an_unreadable_entry_is_rejected() {
    for (text, complaint) in [
        (
            entry("request-parameter-now-requird", POINTER, LATER),
            "did you mean `request-parameter-now-required`?",
        ),
        (entry(RULE, "'*'", LATER), "does not say which change"),
        (entry(RULE, POINTER, "soon"), "does not expire on a date"),
        (entry(RULE, POINTER, LATER).replace("It is meant.", "' '"), "lacks its `reason`"),
        (entry(RULE, POINTER, LATER).replace("reason", "because"), "because"),
    ] {
        let run = with(&text).1.expect(2);
        assert!(run.err.contains("schema/suppressions.yaml: "), "{}", run.err);
        assert!(run.err.contains(complaint), "{}", run.err);
    }
}
