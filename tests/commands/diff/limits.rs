//! Thousands of changes, and texts that are markup or commands in an output format.

use portone_v1_generator::diff::report::{
    Entry, LIMIT, MARKER, Origin, Report, annotations, json, markdown, text,
};
use portone_v1_generator::diff::{Change, Level, RULES, Rule};
use portone_v1_generator::source::SourceLocation;

fn rule(level: Level) -> &'static Rule {
    RULES.iter().copied().find(|rule| rule.level() == level).expect("there is one")
}

fn entry(level: Level, name: &str) -> Entry {
    at(level, "shop.list", name)
}

fn at(level: Level, operation: &str, name: &str) -> Entry {
    let change = Change {
        rule: rule(level),
        pointer: format!("operations/{operation}/{name}"),
        before: Some(format!("{name}: Option<String>")),
        after: Some(format!("{name}: String")),
        delta: Vec::new(),
        operations: vec!["shop.list".to_owned(); 30],
        money: false,
        migration: format!("Pass `{name}`."),
    };
    let location = SourceLocation { file: "schema/sections/shop.yaml".to_owned(), line: 7 };
    Entry { change, source_location: Some(location), old_location: None, suppression: None }
}

fn report(entries: Vec<Entry>) -> Report {
    let (before, after) = ("v1".to_owned(), "the working tree".to_owned());
    let origin = Origin::default();
    Report { before, after, origin, version: None, entries, suppression_errors: Vec::new() }
}

fn many() -> Report {
    let levels = [Level::Major, Level::Minor].into_iter();
    report(
        levels
            .flat_map(|level| {
                (0..3000)
                    .map(move |number| at(level, &format!("{}.{number:04}", level.word()), "주문"))
            })
            .collect(),
    )
}

#[test]
fn a_comment_stays_below_githubs_limit_and_counts_cut_changes() {
    let said = markdown(&many());
    assert!(said.len() <= LIMIT && LIMIT < 65_536, "{}", said.len());
    assert!(said.len() > LIMIT / 2, "there is room for more: {}", said.len());
    let shown = said.lines().filter(|line| line.starts_with("- 🔴")).count();
    let left = said.lines().last().unwrap_or_default();
    assert!(left.starts_with(&format!("**{} more** did not fit", 6000 - shown)), "{left}");
    assert!(!said.contains("- 🟢"), "major changes come first");
    assert!(said.contains("6000 changes: 🔴 3000 major, 🟢 3000 minor"));
    assert_eq!(said.matches("<details>").count(), said.matches("</details>").count());
}

#[test]
fn one_change_of_any_size_fits() {
    let mut entry = entry(Level::Major, "x");
    entry.change.before = Some("|".repeat(100_000));
    entry.change.migration = "한".repeat(100_000);
    let said = markdown(&report(vec![entry]));
    assert!(said.len() <= LIMIT, "{}", said.len());
    assert!(said.contains(" <b>x</b>: "));
}

#[test]
fn changes_of_one_kind_are_one_line() {
    let entries = (0..3000).map(|number| entry(Level::Major, &format!("{number:04}")));
    let said = markdown(&report(entries.collect()));
    assert_eq!(said.lines().filter(|line| line.starts_with("- 🔴")).count(), 1);
    assert!(said.contains("(3000): <b>0000</b>"), "{said}");
    assert!(said.contains(" and 2988 more."), "{said}");
    assert!(said.len() <= LIMIT, "{}", said.len());
}

#[test]
fn json_has_everything() {
    assert_eq!(json(&many())["changes"].as_array().expect("a list").len(), 6000);
}

#[test]
fn ten_annotations_of_each_kind_are_made_and_the_rest_is_counted() {
    let said = annotations(&many());
    let count = |start: &str| said.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!((count("::error "), count("::warning "), count("::notice ")), (0, 10, 10));
    let last = said.lines().last().unwrap_or_default();
    assert!(last.starts_with("::notice title=Schema::major: "), "{last}");
    assert!(last.contains("5981 not annotated"), "{last}");
}

/// Hostile text in a schema.
const HOSTILE: &str =
    "a|b`c`<img src=x>@everyone [x](y)\n::error file=a,line=1::b\r%0A\u{1b}[31m\u{202e}";

#[test]
fn markup_is_text_in_markdown() {
    let said = markdown(&report(vec![entry(Level::Major, HOSTILE)]));
    assert!(said.starts_with(MARKER));
    for markup in ["<img", "@everyone", "](y)", "\n::error", "`c`", "\u{1b}", "\u{202e}"] {
        assert!(!said.contains(markup), "{markup:?} in {said}");
    }
    assert_eq!(said.lines().filter(|line| line.starts_with("- 🔴")).count(), 1, "{said}");
}

#[test]
fn a_message_is_one_command() {
    let mut entry = entry(Level::Major, HOSTILE);
    entry.source_location = Some(SourceLocation { file: "schema/a,b:c%.yaml".to_owned(), line: 3 });
    let said = annotations(&report(vec![entry]));
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(
        said.starts_with("::warning file=schema/a%2Cb%3Ac%25.yaml,line=3,title=major%3A "),
        "{said}"
    );
    assert!(said.contains("%0A::error file=a,line=1::b") && said.contains("%250A"), "{said}");
}

#[test]
fn terminal_escapes_are_sanitized() {
    let said = text(&report(vec![entry(Level::Major, HOSTILE)]), &|_, text| text.to_owned());
    assert!(!said.contains('\u{1b}') && !said.contains("\n::error"), "{said}");
}
