//! What is generated: a folder for each construct, with a small schema and the Rust made of it.

use portone_v1_generator::diagnostics::{Style, render};
use portone_v1_generator::output::Target;
use portone_v1_tests::fixture::{self, Fixture};

#[test]
fn every_construct_is_as_expected() {
    let fixtures = fixture::all("codegen");
    assert!(!fixtures.is_empty());
    fixture::every(&fixtures, |fixture| fixture.expect(&shown(fixture)));
}

/// The files that the fixture names, or those that its schema's sections and types become.
fn shown(fixture: &Fixture) -> String {
    let files = generate(fixture);
    let named = fixture.shows();
    let is_shown = |file: &&Target| match &named {
        Some(names) => names.contains(&file.path.as_str()),
        None => file.path == "src/shop.rs" || is_shared(&file.path),
    };
    let texts = files.iter().filter(is_shown).map(|file| match &named {
        Some(_) => format!("==> {} <==\n{}", file.path, file.text),
        None => file.text.clone(),
    });
    texts.collect::<Vec<_>>().join("\n")
}

fn is_shared(path: &str) -> bool {
    path.starts_with("src/types/") || path.starts_with("src/codes/")
}

fn generate(fixture: &Fixture) -> Vec<Target> {
    let sources = fixture.sources();
    let api = portone_v1_generator::read(&sources)
        .unwrap_or_else(|found| panic!("{}", render(&found, &sources, Style::Plain)));
    portone_v1_generator::generate(&api).expect("the generator writes Rust")
}
