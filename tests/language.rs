//! The page of the schema language: it is complete, and its examples are valid.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use portone_v1_generator::diagnostics::{Style, codes, render};
use portone_v1_generator::source::{Source, Sources};
use serde_json::Value;

fn schema() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema")
}

fn page() -> String {
    fs::read_to_string(schema().join("README.md")).unwrap()
}

fn is_named(page: &str, name: &str) -> bool {
    page.contains(&format!("`{name}`"))
}

#[test]
fn every_key_is_on_the_page() {
    let page = page();
    for key in keys(&json_schema()) {
        assert!(is_named(&page, &key), "schema/README.md does not name the key `{key}`");
    }
}

#[test]
fn every_word_is_on_the_page() {
    let page = page();
    for word in words(&json_schema()) {
        assert!(is_named(&page, &word), "schema/README.md does not name the word `{word}`");
    }
}

#[test]
fn every_key_is_in_an_example() {
    let page = page();
    let blocks = page.split("```yaml").skip(1).filter_map(|block| block.split("```").next());
    let examples: String = blocks.collect();
    for key in keys(&json_schema()) {
        let shown = [format!(" {key}:"), format!("\n{key}:")];
        assert!(shown.iter().any(|key| examples.contains(key)), "no example shows `{key}`");
    }
}

#[test]
fn every_code_is_on_the_page() {
    let page = page();
    let ranges = ["E001", "E002", "E003", "E004", "E005", "E006", "E007"];
    for code in codes::ALL.iter().filter(|code| !ranges.contains(&code.id)) {
        assert!(page.contains(code.id), "schema/README.md does not name {}", code.id);
    }
}

#[test]
fn the_examples_are_a_valid_schema() {
    let sources = examples(&page());
    assert_eq!(sources.files.len(), 5, "an example for each kind of file, and two code tables");
    if let Err(found) = portone_v1_generator::read(&sources) {
        panic!("{}", render(&found, &sources, Style::Plain));
    }
}

/// The fenced blocks whose first line is a path.
fn examples(page: &str) -> Sources {
    let blocks = page.split("```yaml\n# ").skip(1);
    let files = blocks.filter_map(|block| {
        let (path, rest) = block.split_once('\n').filter(|(path, _)| path.ends_with(".yaml"))?;
        let (text, _) = rest.split_once("```")?;
        Some(Source { path: path.to_owned(), text: text.to_owned() })
    });
    Sources { files: files.collect() }
}

fn json_schema() -> Value {
    let text = fs::read_to_string(schema().join("schema.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The names of all properties, at any depth.
fn keys(schema: &Value) -> BTreeSet<String> {
    let properties = nodes(schema).into_iter().filter_map(|node| node.get("properties"));
    properties.filter_map(Value::as_object).flat_map(|keys| keys.keys().cloned()).collect()
}

/// The fixed words, at any depth.
fn words(schema: &Value) -> BTreeSet<String> {
    let words = nodes(schema).into_iter().filter_map(|node| node.get("const"));
    words.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn nodes(value: &Value) -> Vec<&Value> {
    let inside: Vec<&Value> = match value {
        Value::Object(members) => members.values().collect(),
        Value::Array(items) => items.iter().collect(),
        _ => Vec::new(),
    };
    std::iter::once(value).chain(inside.into_iter().flat_map(nodes)).collect()
}
