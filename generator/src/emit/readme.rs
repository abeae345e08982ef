//! The generated crate's README.

use super::file::{Content, File};
use super::markdown;
use crate::model::Api;

/// The text, with placeholders for values of the schema.
const TEMPLATE: &str = include_str!("readme.md");

/// The README that crates.io shows.
pub fn file(api: &Api) -> File {
    let rows = api.sections.iter().map(|section| {
        let (name, title) = (&section.name, markdown::prose(&section.title));
        format!("| `{name}` | {title} | {} |", section.operations.len())
    });
    let text = TEMPLATE
        .replace("{sections}", &rows.collect::<Vec<_>>().join("\n"))
        .replace("{operations}", &api.operation_count().to_string())
        .replace("{revision}", &api.revision);
    File {
        path: "README.md".to_owned(),
        source: "generator/src/emit/readme.md".to_owned(),
        content: Content::Markdown(text),
    }
}
