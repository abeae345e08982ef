//! Awful but legal names: what is made of them is compiled, linted, formatted and documented, as
//! strictly as rustc and clippy can.

mod workspace;

use portone_v1_generator::diagnostics::{Style, render};
use portone_v1_generator::model::Api;
use portone_v1_tests::fixture;

use workspace::Workspace;

fn api() -> Api {
    let sources = fixture::sources(include_str!("schema.yaml"));
    portone_v1_generator::read(&sources)
        .unwrap_or_else(|found| panic!("{}", render(&found, &sources, Style::Plain)))
}

/// One test, because all of it is one crate in one folder.
#[test]
fn awful_names_become_a_sound_crate() {
    let api = api();
    let files = portone_v1_generator::generate(&api).expect("the generator writes Rust");
    let workspace = Workspace::create(&files);
    workspace.lint(&[]);
    workspace.lint(&["--no-default-features"]);
    for section in &api.sections {
        workspace.lint(&["--no-default-features", "--features", &section.name]);
    }
    workspace.cargo(&["doc", "--no-deps"]);
}
