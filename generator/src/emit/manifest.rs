//! `Cargo.toml` and `rustfmt.toml` of the generated crate.

use std::fmt::Write;

use super::{Content, File};
use crate::model::Api;

const HEAD: &str = r#"[package]
name = "portone-v1"
description = "Client of the PortOne V1 (iamport) payment API: exact money, tolerant answers, no secrets in logs"
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
repository.workspace = true
readme = "README.md"
keywords = ["portone", "iamport", "payment", "korea", "vbank"]
categories = ["api-bindings", "finance"]

[package.metadata.docs.rs]
all-features = true
"#;

const TAIL: &str = "
[dependencies]
portone-v1-runtime.workspace = true

[lints]
workspace = true
";

/// Features that go through to the runtime, and what they are for.
const RUNTIME_FEATURES: [(&str, &str); 4] = [
    ("serde", "Types of answers can be stored and read back with serde."),
    ("tracing", "Each call is a span of `tracing`, each retry an event."),
    ("blocking", "A client for programs without async."),
    ("testing", "Answers can be made, for the tests of programs that use the API."),
];

const RUSTFMT: &str = r#"array_width = 48
max_width = 89
struct_lit_width = 25
use_small_heuristics = "Max"
"#;

/// The manifest: one feature for each section, all on by default.
pub fn file(api: &Api) -> File {
    let mut text = format!("{HEAD}\n[features]\n");
    let names = api.sections.iter().map(|section| &section.name);
    push(&mut text, format_args!("default = {}", array(names)));
    for section in &api.sections {
        push(
            &mut text,
            format_args!("# {}\n{} = {}", section.title, section.name, array(&section.needs)),
        );
    }
    text.push_str("# Shared types; the sections above switch them on.\n");
    for library in &api.libraries {
        push(&mut text, format_args!("{} = {}", library.feature(), array(&library.needs)));
    }
    for (feature, doc) in RUNTIME_FEATURES {
        push(&mut text, format_args!("# {doc}\n{feature} = [\"portone-v1-runtime/{feature}\"]"));
    }
    text.push_str(TAIL);
    File {
        path: "Cargo.toml".to_owned(),
        source: "schema/api.yaml".to_owned(),
        content: Content::Toml(text),
    }
}

fn array<'a>(names: impl IntoIterator<Item = &'a String>) -> String {
    let names: Vec<_> = names.into_iter().map(|name| format!("{name:?}")).collect();
    format!("[{}]", names.join(", "))
}

/// Writing to a `String` cannot fail.
fn push(text: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(text, "{line}");
}

/// prettyplease breaks lines at 89 columns, fills them, and breaks struct literals whose inside is
/// wider than 25; so must `cargo fmt` here. `array_width` is what is left for the list of codes
/// beside the rest of its line: prettyplease breaks such a list and never the line before it.
pub fn rustfmt() -> File {
    File {
        path: "rustfmt.toml".to_owned(),
        source: "generator/src/emit/manifest.rs".to_owned(),
        content: Content::Toml(RUSTFMT.to_owned()),
    }
}
