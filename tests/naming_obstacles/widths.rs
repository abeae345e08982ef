//! Names of every length up to the width of a line.

use std::fmt::Write;

/// Longer names can be broken by prettyplease and rustfmt in different ways; the docs have none.
const LONGEST: usize = 34;

/// A wider label, of two columns a letter, is broken by the two in different ways.
const WIDEST: usize = 32;

const HEAD: &str = "title: 폭 API\ndoc: Widths.\npage: shop\nnoun: W\noperations:\n";

/// A schema with a field, a parameter, a code, an operation and a type of every length.
pub fn schema() -> String {
    let (mut operations, mut types) = (String::from(HEAD), String::from("types:\n"));
    for length in 1..=LONGEST {
        operation(&mut operations, length);
        record(&mut types, length);
        enumeration(&mut types, length);
    }
    operations + &types
}

fn operation(text: &mut String, length: usize) {
    let name = "o".repeat(length);
    let _ = write!(
        text,
        "  {name}:\n    route: POST /{name}\n    title: 폭\n    doc: A width.\n    idempotent: false\n    body:\n"
    );
    field(text, &"r".repeat(length), "string");
    field(text, &format!("{}?", "l".repeat(length)), "[string]");
    field(text, &format!("{}?", "s".repeat(length)), "string");
    field(text, &format!("{}?", "e".repeat(length)), &enumeration_name(length));
    field(text, &format!("{}?", "m".repeat(length)), &format!("[{}]", enumeration_name(length)));
    let _ = writeln!(text, "    returns: {}", record_name(length));
}

fn record(text: &mut String, length: usize) {
    let name = record_name(length);
    let _ = write!(text, "  {name}:\n    title: 폭\n    doc: A width.\n    fields:\n");
    field(text, &"r".repeat(length), "string");
    field(text, &format!("{}?", "o".repeat(length)), "amount");
    field(text, &"l".repeat(length), "[string]");
    field(text, &format!("{}?", "p".repeat(length)), "string, personal: true");
}

fn enumeration(text: &mut String, length: usize) {
    let name = enumeration_name(length);
    let _ = write!(text, "  {name}:\n    title: 폭\n    doc: A width.\n    values:\n");
    let (code, title) = ("c".repeat(length), "가".repeat(length.min(WIDEST)));
    let _ = writeln!(text, "      {code}: {{ title: {title}, doc: A width. }}");
    let _ = writeln!(text, "      d: {{ title: {title}, doc: A width. }}");
}

fn field(text: &mut String, name: &str, ty: &str) {
    let (ty, more) = ty.split_once(", ").map_or((ty, ""), |(ty, more)| (ty, more));
    let _ = write!(
        text,
        "      {name}:\n        type: {ty}\n        title: 폭\n        doc: A width.\n"
    );
    if !more.is_empty() {
        let _ = writeln!(text, "        {more}");
    }
}

fn record_name(length: usize) -> String {
    format!("R{}", "r".repeat(length))
}

fn enumeration_name(length: usize) -> String {
    format!("E{}", "e".repeat(length))
}
