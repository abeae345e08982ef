//! Unusual but legal names: the generated code is compiled, linted and documented as strictly as rustc
//! and clippy can. Names of every length: the generated code is formatted as rustfmt formats.

mod widths;
mod workspace;

use portone_v1_generator::diagnostics::{Style, render};
use portone_v1_generator::model::Api;
use portone_v1_tests::fixture;

use self::workspace::Workspace;

fn api(schema: &str) -> Api {
    let sources = fixture::sources(schema);
    portone_v1_generator::read(&sources)
        .unwrap_or_else(|found| panic!("{}", render(&found, &sources, Style::Plain)))
}

fn awful_names() -> Api {
    api(include_str!("naming_obstacles/schema.yaml"))
}

/// The features besides sections that need nothing which the tests are not linked with.
const OPTIONAL: [&str; 5] = ["blocking", "file-journal", "serde", "testing", "tracing"];

#[test]
fn awful_names_compile_without_a_warning() {
    let api = awful_names();
    let workspace = Workspace::create("compiled", &api);
    let sections: Vec<_> = api.sections.iter().map(|section| section.name.as_str()).collect();
    workspace.compile(&[]);
    sections.iter().for_each(|section| workspace.compile(&[section]));
    workspace.compile(&sections);
    workspace.compile(&[&sections[..], &OPTIONAL].concat());
}

/// One test, because all of it is one crate in one folder.
#[test]
#[ignore = "checks the dependencies once more: the gate runs it"]
fn awful_names_become_a_valid_crate() {
    let api = awful_names();
    let workspace = Workspace::create("names", &api);
    workspace.lint(&[]);
    workspace.lint(&["--no-default-features"]);
    for section in &api.sections {
        workspace.lint(&["--no-default-features", "--features", &section.name]);
    }
    workspace.lint(&["--all-features"]);
    workspace.cargo(&["doc", "--no-deps", "--all-features"]);
}

#[test]
fn names_of_every_length_are_formatted() {
    let workspace = Workspace::create("widths", &api(&widths::schema()));
    workspace.cargo(&["fmt", "--check"]);
}
