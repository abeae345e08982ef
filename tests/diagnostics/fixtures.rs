//! The mistakes of every fixture, as a maintainer sees them.

use portone_v1_generator::diagnostics::{Diagnostic, Style, codes, render};
use portone_v1_tests::fixture::{self, Fixture};

const ROOM: &str = "diagnostics";

fn found(fixture: &Fixture) -> Vec<Diagnostic> {
    portone_v1_generator::read(&fixture.sources()).err().unwrap_or_default()
}

fn printed(fixture: &Fixture) -> String {
    render(&found(fixture), &fixture.sources(), Style::Plain)
}

fn named(name: &str) -> Fixture {
    let is_it = |fixture: &Fixture| fixture.name == name;
    fixture::all(ROOM).into_iter().find(is_it).expect("there is such a fixture")
}

#[test]
fn every_mistake_is_printed_as_expected() {
    let fixtures = fixture::all(ROOM);
    fixture::every(&fixtures, |fixture| fixture.expect(&printed(fixture)));
}

#[test]
fn every_fixture_reports_the_code_of_its_name() {
    for fixture in fixture::all(ROOM) {
        let code = fixture.name.split('-').next().unwrap_or_default();
        if codes::find(code).is_some() {
            let text = printed(&fixture);
            assert!(text.contains(&format!("error[{code}]")), "{}:\n{text}", fixture.name);
        }
    }
}

#[test]
fn every_code_has_a_fixture() {
    let fixtures = fixture::all(ROOM);
    for code in codes::ALL {
        let has_one = fixtures.iter().any(|fixture| fixture.name.starts_with(code.id));
        assert!(has_one, "no folder in tests/diagnostics begins with {}", code.id);
    }
}

#[test]
fn mistakes_of_many_kinds_in_many_files_come_out_in_one_run() {
    let fixture = named("many");
    let (sources, found) = (fixture.sources(), found(&fixture));
    let files = |diagnostic: &Diagnostic| diagnostic.labels.first().map(|label| label.span.file);
    let reported = |path: &str| {
        let number = sources.files.iter().position(|file| file.path == path);
        found.iter().any(|diagnostic| files(diagnostic) == number)
    };
    assert!(reported("schema/sections/shop.yaml"));
    assert!(reported("schema/sections/books.yaml"), "the file that is not YAML");
    assert!(reported("schema/types/order.yaml"));
    assert!(reported("schema/codes/bank.yaml"));
    let mut codes: Vec<_> = found.iter().map(|diagnostic| diagnostic.code.id).collect();
    codes.dedup();
    codes.sort_unstable();
    codes.dedup();
    assert!(codes.len() >= 10, "{codes:?}");
}

#[test]
fn the_caret_stands_right_under_korean_text() {
    let text = printed(&named("korean"));
    let mut lines = text.lines();
    let source = lines.find(|line| line.contains("type: strnig")).expect("the line is shown");
    let carets = lines.next().expect("the carets are below it");
    let columns = |text: &str| text.chars().map(|one| if one.is_ascii() { 1 } else { 2 }).sum();
    let at: usize = columns(&source[..source.find("strnig").unwrap_or_default()]);
    assert_eq!(carets.find("^^^^^^"), Some(at), "\n{source}\n{carets}");
}

#[test]
fn a_near_name_is_offered_for_every_kind_of_name() {
    for (fixture, name) in [
        ("E002", "route"),
        ("E007", "true"),
        ("E008", "GET"),
        ("E011", "OrderAnnotation"),
        ("E012", "nice"),
        ("E013", "vip"),
        ("E015", "order_id"),
        ("E022", "level"),
        ("E025", "shop"),
        ("E033", "shop.get"),
        ("E035", "id"),
    ] {
        let text = printed(&named(fixture));
        assert!(text.contains(&format!("did you mean `{name}`?")), "{fixture}:\n{text}");
    }
}
