//! Hostile input: it is read or rejected, without a panic or a hang.

use std::env;
use std::fs;
use std::path::Path;

use portone_v1_generator::diagnostics::{Style, render};
use portone_v1_generator::source::Sources;
use portone_v1_tests::fixture;

/// A valid schema.
const VALID: &str = "\
title: 상점 API
doc: A shop.
page: shop
noun: Order
operations:
  get:
    route: GET /orders
    title: 주문 조회 API
    doc: Reads orders.
    idempotent: true
    returns: none
";

/// Of so many bytes of a real file, one is tried unless `HOSTILE_EVERY` says how many; the gate tries more.
const EVERY: usize = 307;

/// Deeper than anybody nests.
const DEEP: usize = 10_000;

/// The rendered errors; empty when the schema is valid.
fn printed(sources: &Sources) -> String {
    match portone_v1_generator::read(sources) {
        Ok(api) => {
            portone_v1_generator::generate(&api).expect("a valid schema becomes Rust");
            String::new()
        }
        Err(found) => {
            assert!(!found.is_empty(), "refused without a reason");
            render(&found, sources, Style::Plain)
        }
    }
}

fn refused(text: &str) -> String {
    let printed = printed(&fixture::sources(text));
    assert!(!printed.is_empty(), "taken for a schema: {}", &text[..text.len().min(80)]);
    printed
}

#[test]
fn the_valid_schema_is_valid() {
    assert_eq!(printed(&fixture::sources(VALID)), "");
}

#[test]
fn an_empty_document_is_rejected() {
    for text in ["", "\n", "\n\n\n", "# only a comment\n", "---\n", "...\n", "~\n", "null\n", " "] {
        refused(text);
    }
}

#[test]
fn garbage_is_rejected() {
    let all_bytes: String = (0..=255).map(char::from).collect();
    for text in
        ["\u{0}", "\u{0}\u{1}\u{2}", "%", "@", "`", "\u{7f}", "\u{fffd}\n", "}{][", &all_bytes]
    {
        refused(text);
    }
}

#[test]
fn deep_lists_are_rejected() {
    refused(&"[".repeat(DEEP));
    refused(&format!("{}{}", "[".repeat(DEEP), "]".repeat(DEEP)));
    refused(&"- ".repeat(DEEP));
}

#[test]
fn deep_maps_are_rejected() {
    refused(&"{a: ".repeat(DEEP));
    refused(&format!("{}x{}", "{a: ".repeat(DEEP), "}".repeat(DEEP)));
    refused(&(0..500).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect::<String>());
}

#[test]
fn a_huge_list_is_rejected() {
    refused(&format!("[{}]", "a, ".repeat(20_000)));
}

#[test]
fn a_huge_map_is_rejected() {
    refused(&(0..500).map(|number| format!("key{number}: 1\n")).collect::<String>());
}

#[test]
fn anchors_that_grow_are_rejected() {
    let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let alias = format!("*a{}", level - 1);
        let list = vec![alias; 9].join(", ");
        text.push_str(&format!("a{level}: &a{level} [{list}]\n"));
    }
    refused(&text);
    refused("a: &a [*a]\n");
    refused("a: *nowhere\n");
}

#[test]
fn odd_keys_are_rejected() {
    for key in
        ["? [a, b]\n: c", "[a]: b", "{a: b}: c", "1: a", "1.5: a", "true: a", "~: a", "'': a"]
    {
        refused(&format!("{VALID}{key}\n"));
        refused(&format!("{VALID}types:\n  {}\n", key.replace('\n', "\n  ")));
    }
}

#[test]
fn names_of_any_kind_are_rejected_or_become_rust() {
    let names = [
        "''",
        "'?'",
        "'??'",
        "' '",
        "'a b'",
        "_",
        "__",
        "-",
        "'.'",
        "9",
        "a-",
        "_a",
        "é",
        "'a?b'",
        "\"\\x7f\"",
        "\"a\\nb\"",
        "'\"'",
        "'{'",
        "'r#type'",
        "'a::b'",
        "\"\\0\"",
    ];
    for name in names {
        let query = format!("    query:\n      {name}: {{ type: string, title: 가, doc: A. }}\n");
        printed(&fixture::sources(&format!("{VALID}{query}")));
        printed(&fixture::sources(&VALID.replace("  get:", &format!("  {name}:"))));
        printed(&fixture::sources(&VALID.replace("noun: Order", &format!("noun: {name}"))));
        let types = format!(
            "types:\n  Level:\n    title: 가\n    doc: A.\n    values:\n      {name}: {{ title: 가, doc: A. }}\n"
        );
        printed(&fixture::sources(&format!("{}{types}", VALID.replace("none", "Level"))));
        let types = types.replace("Level", name).replace(&format!("      {name}"), "      vip");
        printed(&fixture::sources(&format!("{}{types}", VALID.replace("none", name))));
    }
}

#[test]
fn files_of_any_name_are_rejected_or_become_rust() {
    for name in ["type", "my-orders", "a.b", "9", "가", "Mod", "", "self", "types", "_a", "a b"] {
        let types = "title: 가\ndoc: A.\ntypes:\n  Level:\n    title: 가\n    doc: A.\n    values:\n      vip: { title: 가, doc: A. }\n";
        let uses = VALID.replace("none", "Level");
        printed(&fixture::sources(&format!("{uses}#@ types/{name}.yaml\n{types}")));
        printed(&fixture::sources(&format!("{uses}#@ codes/{name}.yaml\n{types}")));
        printed(&fixture::sources(&format!(
            "{VALID}#@ sections/{name}.yaml\n{}",
            VALID.replace("/orders", "/a")
        )));
    }
}

#[test]
fn line_ends_and_marks_of_other_systems_are_read() {
    assert_eq!(printed(&fixture::sources(&VALID.replace('\n', "\r\n"))), "");
    assert_eq!(printed(&fixture::sources(&format!("\u{feff}{VALID}"))), "");
    assert_eq!(printed(&fixture::sources(VALID.trim_end())), "");
}

#[test]
fn errors_are_located_behind_byte_order_marks_and_crlf() {
    let wrong = VALID.replace("idempotent: true", "idempotent: ture");
    for text in [wrong.replace('\n', "\r\n"), format!("\u{feff}{wrong}")] {
        let printed = refused(&text);
        assert!(printed.contains("shop.yaml:10:17"), "{printed}");
    }
}

fn real_file() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/sections/vbanks.yaml");
    fs::read_to_string(path).expect("the file is readable")
}

/// Places in a text, between letters.
fn places(text: &str) -> impl Iterator<Item = usize> {
    let every = env::var("HOSTILE_EVERY").map_or(EVERY, |every| every.parse().expect("a number"));
    (0..text.len()).step_by(every).filter(|place| text.is_char_boundary(*place))
}

#[test]
fn a_truncated_file_is_read_or_rejected() {
    let text = real_file();
    for end in places(&text) {
        refused(&text[..end]);
    }
}

/// The places of errors lie between letters, or the renderer would fail.
#[test]
fn a_file_with_something_inserted_is_read_or_rejected() {
    let text = real_file();
    let inserted = ["\"", "'", "[", "}", "：", "\t", "- ", ",", ": ", "한", " #", "\u{a0}", "\n"];
    for (turn, place) in places(&text).enumerate() {
        let (before, after) = text.split_at(place);
        let sources =
            fixture::sources(&format!("{before}{}{after}", inserted[turn % inserted.len()]));
        if let Err(found) = portone_v1_generator::read(&sources) {
            assert!(!render(&found, &sources, Style::Plain).is_empty());
        }
    }
}
