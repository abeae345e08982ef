//! The program that the published package brings along: `cargo run --example quickstart`.

use super::file::{Content, File};

/// The first program of the README: the only one that needs no server of its own.
const QUICKSTART: &str = include_str!("../../../examples/quickstart.rs");

/// The project's own example, word for word.
pub fn file() -> File {
    File {
        path: "examples/quickstart.rs".to_owned(),
        source: "examples/quickstart.rs".to_owned(),
        content: Content::Program(QUICKSTART.to_owned()),
    }
}
