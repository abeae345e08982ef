//! `info`: the description of the API and of the document.

use serde_json::{Value, json};

use super::prose;
use crate::json_object::Object;
use crate::model::Api;

/// The facts about all operations, with a place for the API's own sentence.
const TEXT: &str = include_str!("info.md");

/// The name of the API in English: tools derive the names of packages from it.
const TITLE: &str = "PortOne REST API V1";

/// Title, text, revision, licence and contact.
pub fn of(api: &Api) -> Object {
    let licence = env!("CARGO_PKG_LICENSE");
    Object::new()
        .with("title", TITLE)
        .with(
            "description",
            TEXT.trim_end().replace("{doc}", &prose::labelled(&api.doc, &api.title)),
        )
        .with("x-portone-title", api.title.as_str())
        .maybe("contact", docs(api).map(contact))
        .with("license", json!({ "name": licence, "identifier": licence }))
        .with("version", api.revision.as_str())
}

fn contact(docs: &str) -> Value {
    json!({ "name": "PortOne developer documentation", "url": docs })
}

/// The official docs: the page above the sections'.
pub fn docs(api: &Api) -> Option<&str> {
    let section = api.sections.first()?;
    section.page.rsplit_once('/').map(|(docs, _)| docs)
}
