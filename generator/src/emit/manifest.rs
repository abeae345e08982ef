//! `Cargo.toml` and `rustfmt.toml` of the generated crate.

use std::fmt::Write;

use super::file::{Content, File};
use crate::model::Api;
use crate::provenance::Provenance;

const HEAD: &str = r#"[package]
name = "portone-v1"
description = "Client of the PortOne V1 (iamport) payment API: exact money, tolerant decoding, no secrets in logs"
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
repository.workspace = true
readme = "README.md"
keywords = ["portone", "iamport", "payment", "korea", "vbank"]
categories = ["api-bindings", "finance"]
include = ["/src", "/examples", "/README.md", "/README.ko.md", "/LICENSE-APACHE", "/LICENSE-MIT"]

# It has no tests of its own but those in documentation.
[lib]
test = false

[package.metadata.docs.rs]
all-features = true
"#;

const TAIL: &str = r#"
[dependencies]
portone-v1-runtime.workspace = true

# For the example.
[dev-dependencies]
tokio = { version = "1", default-features = false, features = ["macros", "rt"] }

[lints]
workspace = true
"#;

/// Features that go through to the runtime, and what they are for.
const RUNTIME_FEATURES: [(&str, &str); 6] = [
    ("serde", "Types of responses can be stored and read back with serde."),
    ("tracing", "Each call is a span of `tracing`, each retry an event."),
    ("blocking", "A client for programs without async."),
    ("file-journal", "`FileJournal`, a journal in a file."),
    ("reqwest", "`reqwest::Client` as an HTTP client of one's own."),
    ("testing", "Responses for the tests of programs that use the API."),
];

/// Turns rustfmt off below the crate: `cargo fmt` and `cargo xtask generate --check` cannot disagree.
const RUSTFMT: &str = "disable_all_formatting = true\n";

/// The manifest: one feature for each section, all on by default.
pub fn file(api: &Api, provenance: Option<&Provenance>) -> File {
    let mut text = HEAD.to_owned();
    if let Some(provenance) = provenance {
        push(&mut text, format_args!("{}", metadata(api, provenance)));
    }
    push(&mut text, format_args!("\n[features]"));
    let names = api.sections.iter().map(|section| &section.name);
    push(&mut text, format_args!("default = {}", array(names)));
    for section in &api.sections {
        push(&mut text, format_args!("# {}\n{} = []", section.title, section.name));
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

/// For tools and for people who hold a package. Nothing here follows from the files of the schema:
/// two branches that change different ones would conflict.
fn metadata(api: &Api, provenance: &Provenance) -> String {
    let Provenance { date, document, lock } = provenance;
    format!(
        r#"
[package.metadata.portone]
revision = {:?}
upstream-date = {date:?}
upstream-sha256 = {document:?}
upstream-lock-sha256 = {lock:?}"#,
        api.revision
    )
}

fn array<'a>(names: impl IntoIterator<Item = &'a String>) -> String {
    let names: Vec<_> = names.into_iter().map(|name| format!("{name:?}")).collect();
    format!("[{}]", names.join(", "))
}

/// Writing to a `String` cannot fail.
fn push(text: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(text, "{line}");
}

/// The settings of rustfmt.
pub fn rustfmt() -> File {
    File {
        path: "rustfmt.toml".to_owned(),
        source: "generator/src/emit/manifest.rs".to_owned(),
        content: Content::Toml(RUSTFMT.to_owned()),
    }
}
