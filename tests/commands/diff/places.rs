//! The branches in the heading, links to the lines, and errors of schemas that cannot be compared.

use serde_json::Value;

use super::repository::Repository;
use super::schemas::{BEFORE, major, minor};

const ACTIONS: &[(&str, &str)] = &[
    ("GITHUB_SERVER_URL", "https://github.example"),
    ("GITHUB_REPOSITORY", "shop/api"),
    ("GITHUB_HEAD_REF", "refunds"),
    ("GITHUB_BASE_REF", "trunk"),
];

/// A branch with a committed major change.
fn branch() -> Repository {
    let repository = Repository::new();
    repository.git(&["switch", "--quiet", "--create", "work"]);
    repository.schema(&major());
    repository.commit("second");
    repository
}

fn link(server: &str, commit: &str) -> String {
    format!("[shop.yaml:12]({server}/shop/api/blob/{commit}/schema/sections/shop.yaml#L12)")
}

#[test]
fn on_a_pull_request_the_branches_are_named_and_places_are_links() {
    let repository = branch();
    let commit = repository.git(&["rev-parse", "HEAD"]);
    let commit = commit.trim();
    let arguments = [&*format!("main...{commit}"), commit, "--format", "markdown"];
    let run = repository.diff_with(ACTIONS, &arguments).expect(1);
    let (head, base) = (repository.short("work"), repository.short("main"));
    let branches =
        format!("<code>refunds ({head})</code> compared with <code>trunk ({base})</code>");
    assert!(run.out.contains(&branches), "{}", run.out);
    assert!(run.out.contains(&link("https://github.example", commit)), "{}", run.out);
}

#[test]
fn a_remote_on_github_gives_links_to_what_is_committed() {
    let repository = branch();
    let run = repository.diff(&["--format", "markdown"]).expect(1);
    assert!(run.out.contains("<sub>shop.yaml:12</sub>"), "{}", run.out);
    repository.git(&["remote", "add", "origin", "git@github.com:shop/api.git"]);
    let run = repository.diff(&["--format", "markdown"]).expect(1);
    let commit = repository.git(&["rev-parse", "HEAD"]);
    assert!(run.out.contains(&link("https://github.com", commit.trim())), "{}", run.out);
    assert!(run.out.contains("<code>work (the working tree)</code>"), "{}", run.out);
    repository.schema(&minor());
    let run = repository.diff(&["--format", "markdown"]).expect(0);
    assert!(run.out.contains("<sub>shop.yaml:13</sub>"), "{}", run.out);
}

#[test]
fn what_was_removed_is_a_link_to_the_earlier_schema() {
    let repository = Repository::new();
    repository.git(&["switch", "--quiet", "--create", "work"]);
    let note = BEFORE.lines().find(|line| line.contains("note?:")).expect("a note");
    let without = BEFORE.replace(&format!("    query:\n{note}\n"), "");
    assert_ne!(without, BEFORE);
    repository.schema(&without);
    repository.commit("second");
    let run = repository.diff_with(ACTIONS, &["--format", "markdown"]).expect(1);
    let commit = repository.git(&["rev-parse", "main"]);
    let address = format!("https://github.example/shop/api/blob/{}/schema", commit.trim());
    let link = format!("[shop.yaml:12 before]({address}/sections/shop.yaml#L12)");
    assert!(run.out.contains(&link), "{}", run.out);
}

#[test]
fn a_hostile_name_of_a_branch_is_text() {
    let repository = branch();
    let actions = [("GITHUB_HEAD_REF", "</code>@all[x](y)"), ("GITHUB_BASE_REF", "`main`")];
    let run = repository.diff_with(&actions, &["--format", "markdown"]).expect(1);
    for markup in ["@all", "](y)", "</code>@", "`main`"] {
        assert!(!run.out.contains(markup), "{markup} in {}", run.out);
    }
}

#[test]
fn errors_of_the_schema_are_in_the_output_of_each_format() {
    let repository = branch();
    repository.schema(&major().replace("idempotent: true", "idempotent: ture"));
    repository.commit("third");
    let commit = repository.git(&["rev-parse", "HEAD"]);
    let said = |format: &str| {
        let arguments = ["main", commit.trim(), "--format", format];
        repository.diff_with(ACTIONS, &arguments).expect(2).out
    };
    assert_eq!(said("text"), "");
    let comment = said("markdown");
    let start = "<!-- portone-v1-schema-diff -->\n## Schema: 1 error, so nothing was compared\n";
    assert!(comment.starts_with(start), "{comment}");
    let file = "schema/sections/shop.yaml";
    let address = format!("https://github.example/shop/api/blob/{}/{file}#L10", commit.trim());
    assert!(
        comment.contains(&format!("- [{file}:10:17]({address}) <code>E007</code>: ")),
        "{comment}"
    );
    assert!(comment.contains("<code>ture</code>"), "{comment}");
    let annotations = said("github");
    let start = format!("::error file={file},line=10,col=17,title=E007::");
    assert!(annotations.starts_with(&start), "{annotations}");
    let errors: Value = serde_json::from_str(&said("json")).expect("JSON");
    assert_eq!(errors["errors"][0]["code"], "E007");
    assert_eq!(errors["errors"][0]["line"], 10);
}

#[test]
fn a_base_that_cannot_be_read_is_said_in_the_comment() {
    let repository = Repository::with(&BEFORE.replace("idempotent: true", "retry: safe"));
    repository.schema(BEFORE);
    let run = repository.diff(&["--format", "markdown"]).expect(2);
    assert!(run.out.contains("the earlier one cannot be read"), "{}", run.out);
    assert!(
        run.out.contains(&format!("<code>main ({})</code>", repository.short("main"))),
        "{}",
        run.out
    );
    let run = repository.diff(&["--format", "github"]).expect(2);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    assert!(
        run.out.starts_with("::error title=Schema::the earlier one cannot be read"),
        "{}",
        run.out
    );
}
