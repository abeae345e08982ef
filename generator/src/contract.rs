//! Model → the contract of a server of the API: routes, parameters and their constraints, and the shapes
//! of responses. `fake/` contains it. Reads [`Api`] only and cannot fail.

mod examples;
mod field;
mod operation;
mod shape;

use serde_json::Value;

use crate::generated_mark::MARK;
use crate::json_object::{self, Object};
use crate::model::Api;

/// The contract as JSON text with a final newline.
pub fn json(api: &Api) -> String {
    json_object::text(&document(api))
}

fn document(api: &Api) -> Value {
    let operations = api.sections.iter().flat_map(|section| {
        section.operations.iter().map(move |each| operation::of(api, section, each))
    });
    let types =
        api.types.iter().filter_map(|ty| Some((ty.docs_name.as_str(), shape::of(api, ty)?)));
    Object::new()
        // The mark must be in the first lines: it permits `generate` to overwrite the file.
        .with("generated", format!("{MARK} by `cargo xtask generate`. Do not edit by hand."))
        .with("revision", api.revision.as_str())
        .list("operations", operations)
        .with("types", types.collect::<Object>())
        .with("examples", examples::of(api))
        .into()
}
