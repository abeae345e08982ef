//! Open enumerations.
//!
//! A plain `type` with the codes in an extension, not `enum`: the lists are open, and a client
//! generated from a closed one would fail on the first new code. `anyOf` with an `enum` in one
//! branch would say so too, but most code generators make an unusable type of it.

use serde_json::{Value, json};

use super::prose;
use crate::json_object::Object;
use crate::model::{EnumValue, Enumeration};
use crate::wire_value;

/// The type, and the documented codes.
pub fn schema(codes: &Enumeration) -> Object {
    let values = codes.values.iter();
    Object::new()
        .with("type", if codes.integer { "integer" } else { "string" })
        .list("examples", values.clone().take(1).map(|value| wire(codes, value)))
        .list("x-extensible-enum", values.clone().map(|value| wire(codes, value)))
        .list("x-portone-codes", values.map(|value| described(codes, value)))
}

fn described(codes: &Enumeration, value: &EnumValue) -> Value {
    json!({
        "code": wire(codes, value),
        "name": value.name,
        "title": value.title,
        "description": value.doc,
    })
}

fn wire(codes: &Enumeration, value: &EnumValue) -> Value {
    wire_value::code(codes, &value.code)
}

/// The codes for readers.
pub fn listed(codes: &Enumeration) -> String {
    let lines = codes.values.iter();
    let lines = lines
        .map(|value| format!("- `{}`: {}", value.code, prose::labelled(&value.doc, &value.title)));
    lines.collect::<Vec<_>>().join("\n")
}
