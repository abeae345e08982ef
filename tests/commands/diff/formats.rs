//! The report in each output format.

use std::collections::BTreeSet;
use std::fs;

use portone_v1_tests::diff_fixture;
use serde_json::Value;

use super::repository::Repository;
use super::schemas::major;
use crate::xtask::project;

fn said(format: &str) -> String {
    let repository = Repository::new();
    repository.schema(&major());
    shown(&repository, format)
}

/// The output; the commit at the base depends on the time of day.
fn shown(repository: &Repository, format: &str) -> String {
    let run = repository.diff(&["--format", format]).expect(1);
    run.out.replace(&repository.short("main"), "1a2b3c4")
}

fn expect(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("expected");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn each_format_matches_its_snapshot() {
    for format in ["text", "markdown", "json", "github"] {
        expect(format, &said(format));
    }
}

/// Changes of each level, of operations, types and codes, one of which is suppressed.
#[test]
fn a_change_of_several_operations_matches_its_snapshots() {
    let text = include_str!("middle.diff");
    let [before, after] = diff_fixture::sides(text);
    let repository = Repository::with(&before);
    repository.git(&["switch", "--quiet", "--create", "refunds"]);
    repository.schema(&after);
    repository.put(
        "schema/suppressions.yaml",
        "diff:\n- { rule: request-length-tightened, pointer: operations/shop.create/body.memo, reason: It is meant., expires: 2027-01-01 }\n",
    );
    for format in ["text", "markdown", "github"] {
        expect(&format!("middle-{format}"), &shown(&repository, format));
    }
}

#[test]
fn colour_can_be_switched_off() {
    let repository = Repository::new();
    repository.schema(&major());
    let has_colour = |arguments: &[&str]| repository.diff(arguments).out.contains('\u{1b}');
    assert!(!has_colour(&[]));
    assert!(has_colour(&["--color", "always"]));
    assert!(!has_colour(&["--color", "always", "--format", "markdown"]));
}

/// The paths of all keys: `changes[].rule`.
fn keys(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                let path = format!("{path}.{key}");
                keys(value, &path, found);
                found.insert(path);
            }
        }
        Value::Array(items) => {
            items.iter().for_each(|item| keys(item, &format!("{path}[]"), found))
        }
        _ => {}
    }
}

#[test]
fn the_page_documents_every_key_of_the_json() {
    let page = fs::read_to_string(project().join("schema/diff.md")).expect("the page is there");
    let example = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next());
    let example: Value = serde_json::from_str(example.expect("an example")).expect("JSON");
    let said: Value = serde_json::from_str(&said_with_everything()).expect("JSON");
    let (mut documented, mut real) = (BTreeSet::new(), BTreeSet::new());
    keys(&example, "", &mut documented);
    keys(&said, "", &mut real);
    assert_eq!(documented, real);
    for key in &real {
        let name = key.rsplit('.').next().unwrap_or(key);
        assert!(
            page.contains(&format!("`{name}`")) || key.starts_with(".counts."),
            "schema/diff.md does not explain `{name}`"
        );
    }
}

/// The JSON of a change, a suppressed change, and an expired entry.
fn said_with_everything() -> String {
    let repository = Repository::new();
    repository.schema(&major());
    repository.put(
        "schema/suppressions.yaml",
        "diff:\n- { rule: request-parameter-now-required, pointer: operations/*, reason: It is meant., expires: 2027-01-01 }\n\
         - { rule: operation-removed, pointer: operations/*, reason: It was meant., expires: 2026-01-01 }\n",
    );
    repository.diff(&["--format", "json"]).expect(1).out
}
