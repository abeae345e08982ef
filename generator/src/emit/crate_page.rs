//! The front page of the crate's documentation: tasks, examples and features.

use super::file::{Content, File};
use super::markdown::{first_sentence, prose, table};
use crate::model::Api;

/// The text, with a placeholder for the sections.
const TEMPLATE: &str = include_str!("crate_page.md");

/// The page, which `lib.rs` includes.
pub fn file(api: &Api) -> File {
    let rows = api.sections.iter().map(|section| {
        let doc = prose(&section.doc);
        let (summary, title) = (first_sentence(&doc).0, prose(&section.title));
        [format!("[`client.{0}()`](Client::{0})", section.name), format!("{summary}<br>{title}")]
    });
    let sections = table(["section", "what it does"], rows).join("\n");
    File {
        path: "src/crate_page.md".to_owned(),
        source: "generator/src/emit/crate_page.md".to_owned(),
        content: Content::Markdown(TEMPLATE.replace("{sections}", &sections)),
    }
}
