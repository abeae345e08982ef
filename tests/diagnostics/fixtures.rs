//! The set of fixtures; each is a test of its own in the binary `fixtures`.

use portone_v1_generator::diagnostics::{Diagnostic, codes};
use portone_v1_tests::fixture::{self, Fixture};

fn printed(name: &str) -> String {
    Fixture::read("diagnostics", name).errors()
}

#[test]
fn every_code_has_a_fixture() {
    let names = fixture::names("diagnostics");
    for code in codes::ALL {
        let has_one = names.iter().any(|name| name.starts_with(code.id));
        assert!(has_one, "no folder in tests/diagnostics begins with {}", code.id);
    }
}

#[test]
fn errors_in_many_files_are_reported_in_one_run() {
    let sources = Fixture::read("diagnostics", "many").sources();
    let found = portone_v1_generator::read(&sources).err().unwrap_or_default();
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
fn the_caret_is_aligned_under_korean_text() {
    let text = printed("korean");
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
        let text = printed(fixture);
        assert!(text.contains(&format!("did you mean `{name}`?")), "{fixture}:\n{text}");
    }
}
