//! The root of the document.

use serde_json::{Value, json};

use super::{components, info, paths, prose, titles};
use crate::generated_mark::MARK;
use crate::json_object::Object;
use crate::model::{Api, Section};

/// PortOne's second host, with fixed addresses for firewalls.
const FIXED_ADDRESSES: &str = "https://static-api.iamport.kr";

/// The whole document.
pub fn of(api: &Api) -> Value {
    Object::new()
        .with("openapi", "3.1.0")
        // The mark must be in the first lines: it permits `generate` to overwrite the file.
        .with("x-generated", format!("{MARK} by `cargo xtask generate`. Do not edit by hand."))
        .with("info", info::of(api))
        .maybe("externalDocs", info::docs(api).map(|url| json!({ "url": url })))
        .with("servers", servers(api))
        .with("security", json!([{ components::TOKEN: [] }]))
        .list("tags", api.sections.iter().map(tag))
        .with("paths", paths::of(api))
        .with("components", components::of(api))
        .into()
}

fn servers(api: &Api) -> Value {
    json!([
        { "url": api.base_url, "description": "The API." },
        { "url": FIXED_ADDRESSES, "description": "The same API at fixed IP addresses." },
    ])
}

fn tag(section: &Section) -> Value {
    json!({
        "name": section.name,
        "description": prose::labelled(&section.doc, &section.title),
        "externalDocs": { "url": section.page },
        "x-displayName": titles::of(&section.name),
        "x-portone-title": section.title,
    })
}
