//! The generated crate's README, in English and Korean.

use super::file::{Content, File};
use super::markdown;
use crate::model::Api;

/// The texts, with placeholders for values of the schema.
const ENGLISH: &str = include_str!("readme/README.md");
const KOREAN: &str = include_str!("readme/README.ko.md");

/// The README that crates.io shows.
pub fn file(api: &Api) -> File {
    readme(api, "README.md", "generator/src/emit/readme/README.md", ENGLISH)
}

/// The README in Korean, beside it in the package.
pub fn korean_file(api: &Api) -> File {
    readme(api, "README.ko.md", "generator/src/emit/readme/README.ko.md", KOREAN)
}

fn readme(api: &Api, path: &str, source: &str, template: &str) -> File {
    let rows = api.sections.iter().map(|section| {
        let (name, title) = (&section.name, markdown::prose(&section.title));
        format!("| `{name}` | {title} | {} |", section.operations.len())
    });
    let text = template
        .replace("{sections}", &rows.collect::<Vec<_>>().join("\n"))
        .replace("{operations}", &api.operation_count().to_string())
        .replace("{revision}", &api.revision);
    File { path: path.to_owned(), source: source.to_owned(), content: Content::Markdown(text) }
}
