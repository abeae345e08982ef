//! An OpenAPI 3.1 document of ours → OpenAPI 3.0, for tools that read nothing newer.
//!
//! Only the licence's identifier is lost; 3.0 expresses the rest differently.

use serde_json::{Map, Value, json};

/// The version that the document becomes.
const VERSION: &str = "3.0.3";

/// The keys whose values are data, not schemas.
const DATA: [&str; 4] = ["default", "enum", "example", "value"];

/// Rewrites the document.
pub fn downgrade(document: &mut Value) {
    document["openapi"] = VERSION.into();
    if let Some(Value::Object(licence)) = document.pointer_mut("/info/license") {
        licence.shift_remove("identifier");
    }
    schemas_in(document);
}

/// Every value of a key `schema` or inside `schemas`, at any depth.
fn schemas_in(node: &mut Value) {
    match node {
        Value::Array(items) => items.iter_mut().for_each(schemas_in),
        Value::Object(members) => {
            for (key, value) in members {
                match key.as_str() {
                    "schema" => schema(value),
                    "schemas" => named(value),
                    key if is_data(key) => {}
                    _ => schemas_in(value),
                }
            }
        }
        _ => {}
    }
}

fn is_data(key: &str) -> bool {
    DATA.contains(&key) || key.starts_with("x-")
}

/// The schemas of a map whose keys are names.
fn named(map: &mut Value) {
    if let Value::Object(schemas) = map {
        schemas.values_mut().for_each(schema);
    }
}

fn schema(node: &mut Value) {
    let Value::Object(members) = node else { return };
    or_null_by_type(members);
    or_null_by_choice(members);
    reference_with_company(members);
    one_example(members);
    exclusive_minimum(members);
    for (key, value) in members {
        match key.as_str() {
            "properties" => named(value),
            "items" | "additionalProperties" => schema(value),
            "allOf" | "anyOf" | "oneOf" => {
                value.as_array_mut().into_iter().flatten().for_each(schema);
            }
            _ => {}
        }
    }
}

/// `type: [string, "null"]` → `type: string, nullable: true`
fn or_null_by_type(schema: &mut Map<String, Value>) {
    let Some(Value::Array(types)) = schema.get("type") else { return };
    let others: Vec<Value> = types.iter().filter(|ty| *ty != "null").cloned().collect();
    if let [ty] = others.as_slice() {
        schema.insert("type".to_owned(), ty.clone());
        schema.insert("nullable".to_owned(), true.into());
    }
}

/// `anyOf: [A, null]` → `allOf: [A], nullable: true`
fn or_null_by_choice(schema: &mut Map<String, Value>) {
    let Some(Value::Array(choices)) = schema.get("anyOf") else { return };
    let is_null = |choice: &Value| *choice == json!({ "type": "null" });
    let others: Vec<Value> = choices.iter().filter(|choice| !is_null(choice)).cloned().collect();
    if others.len() == choices.len() {
        return;
    }
    let key = if others.len() == 1 { "allOf" } else { "anyOf" };
    schema.shift_remove("anyOf");
    schema.insert(key.to_owned(), others.into());
    schema.insert("nullable".to_owned(), true.into());
}

/// In 3.0, the siblings of a `$ref` are ignored.
fn reference_with_company(schema: &mut Map<String, Value>) {
    if schema.len() > 1
        && let Some(reference) = schema.shift_remove("$ref")
    {
        schema.insert("allOf".to_owned(), json!([{ "$ref": reference }]));
    }
}

/// `exclusiveMinimum: 0` → `minimum: 0, exclusiveMinimum: true`
fn exclusive_minimum(schema: &mut Map<String, Value>) {
    if let Some(Value::Number(minimum)) = schema.get("exclusiveMinimum").cloned() {
        schema.insert("minimum".to_owned(), minimum.into());
        schema.insert("exclusiveMinimum".to_owned(), true.into());
    }
}

fn one_example(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(examples)) = schema.shift_remove("examples")
        && let Some(first) = examples.into_iter().next()
    {
        schema.insert("example".to_owned(), first);
    }
}
