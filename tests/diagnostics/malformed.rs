//! Mistakes of syntax in the real schema: each is reported in the line where it was made.

use std::path::Path;

use portone_v1_generator::diagnostics::Diagnostic;
use portone_v1_generator::source::{Source, Sources};

/// The files of the real schema.
fn files() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema");
    Sources::read(&folder).expect("the schema is readable").files
}

/// The errors in the syntax of one file.
fn errors(source: &Source, text: String) -> Vec<Diagnostic> {
    let source = Source { path: source.path.clone(), text };
    let found = portone_v1_generator::read(&Sources { files: vec![source] });
    let found = found.err().unwrap_or_default();
    found.into_iter().filter(|error| error.code.id == "E001").collect()
}

/// The lines, from 0, of the first places of errors.
fn lines(text: &str, errors: &[Diagnostic]) -> Vec<usize> {
    let line = |error: &Diagnostic| text[..error.labels[0].span.start].matches('\n').count();
    errors.iter().map(line).collect()
}

/// A mistake in a line that is an entry of a map in block style.
type Mistake = fn(&str) -> String;

const MISTAKES: [(&str, Mistake); 5] = [
    ("no colon", |line| line.replacen(": ", " ", 1)),
    ("no space", |line| line.replacen(": ", ":", 1)),
    ("a full-width colon", |line| line.replacen(": ", "： ", 1)),
    ("a tab", |line| format!("\t{}", line.trim_start())),
    ("an open quote", |line| line.replacen(": ", ": \"", 1)),
];

/// True for an entry with a text without quotes and all of it in its line.
fn is_entry(line: &str) -> bool {
    let keys = ["title: ", "doc: ", "route: ", "idempotent: ", "type: ", "returns: "];
    let entry = line.trim_start();
    keys.iter().any(|key| entry.starts_with(key)) && !entry.contains(['"', '\'', '[', '|', '>'])
}

#[test]
fn a_mistake_is_reported_in_its_line() {
    let mut tried = 0;
    for source in files() {
        let old: Vec<&str> = source.text.lines().collect();
        let entries = (1..old.len()).filter(|number| is_entry(old[*number]));
        for (turn, number) in entries.step_by(23).enumerate() {
            let (name, mistake) = MISTAKES[turn % MISTAKES.len()];
            let mut new: Vec<String> = old.iter().map(|line| (*line).to_owned()).collect();
            new[number] = mistake(old[number]);
            let text = new.join("\n");
            let found = errors(&source, text.clone());
            let place = format!("{name} in {}:{}", source.path, number + 1);
            assert_eq!(lines(&text, &found), [number], "{place}: {found:#?}");
            assert!(!found[0].help.is_empty(), "{place}");
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

/// The line with a mistake, if it is one of those in which people make it.
type Slip = fn(&str) -> Option<String>;

/// Mistakes in a line that leave the file valid YAML, or all of it but one map, and the code of the only error.
const SLIPS: [(&str, Slip); 5] = [
    ("E002", |line| is_entry(line).then(|| line.replacen("type: ", "typ: ", 1))),
    ("E002", |line| is_entry(line).then(|| line.replacen("title: ", "titel: ", 1))),
    ("E049", |line| (is_entry(line) && line.contains("title: ")).then(|| format!("{line},"))),
    ("E002", |line| in_braces(line, ", ")),
    ("E048", |line| in_braces(line, " #")),
];

/// The line with something between the first two words of a sentence that ends its braces.
fn in_braces(line: &str, between: &str) -> Option<String> {
    let (before, doc) = line.split_once(", doc: ").filter(|(_, doc)| !doc.contains(['\"', ',']))?;
    Some(format!("{before}, doc: {}", doc.replacen(' ', between, 1)))
}

#[test]
fn a_slip_is_one_error() {
    let source = files().into_iter().find(|file| file.path.ends_with("/prepare.yaml"));
    let source = source.expect("the section is there");
    let codes = |text: String| {
        let source = Source { path: source.path.clone(), text };
        let found = portone_v1_generator::read(&Sources { files: vec![source] });
        found.err().unwrap_or_default().iter().map(|error| error.code.id).collect::<Vec<_>>()
    };
    let before = codes(source.text.clone());
    for (code, slip) in SLIPS {
        let lines = source.text.lines().filter_map(|line| Some((line, slip(line)?)));
        let mut tried = 0;
        for (line, new) in lines.filter(|(line, new)| line != new) {
            let mut found = codes(source.text.replacen(line, &new, 1));
            found.retain(|code| !before.contains(code));
            assert_eq!(found, [code], "{new}");
            tried += 1;
        }
        assert!(tried > 0, "{code}");
    }
}

/// An alias without an anchor is known to the parser alone.
#[test]
fn nothing_else_is_reported_in_a_file_that_only_the_parser_rejects() {
    for source in files() {
        let text = format!("{}more: *nowhere\n", source.text);
        let found = errors(&source, text.clone());
        assert_eq!(lines(&text, &found), [source.text.matches('\n').count()], "{found:#?}");
    }
}

#[test]
fn mistakes_in_many_lines_are_reported_in_one_run() {
    let source = files().into_iter().find(|file| file.path.ends_with("/vbanks.yaml"));
    let source = source.expect("the section is there");
    let text = source.text.replace("idempotent: ", "idempotent ");
    let found = errors(&source, text.clone());
    let wrong = text.lines().enumerate().filter(|(_, line)| line.contains("idempotent "));
    let wrong: Vec<_> = wrong.map(|(number, _)| number).collect();
    assert!(wrong.len() > 2);
    assert_eq!(lines(&text, &found), wrong);
}
