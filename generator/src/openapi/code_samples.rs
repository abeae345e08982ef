//! Programs that call an operation, as documentation tools show them beside it: `x-codeSamples`.

use crate::examples;
use crate::json_object::Object;
use crate::model::{Api, Operation, Section};

/// The call by curl, and by the generated crate.
pub fn of(api: &Api, section: &Section, operation: &Operation) -> Vec<Object> {
    let program = examples::of(api, section, operation);
    vec![
        sample("Shell", "curl", examples::curl(api, operation)),
        sample("Rust", "portone-v1", program.text),
    ]
}

fn sample(language: &str, label: &str, source: String) -> Object {
    Object::new().with("lang", language).with("label", label).with("source", source)
}
