//! An upstream document, reconstructed from the pinned facts, because its texts are not ours.

use std::fs;

use portone_v1_generator::source::Sources;
use portone_v1_generator::upstream::{self, Facts};
use portone_v1_tests::xtask::project;
use serde_json::{Map, Value, json};

/// A Swagger 2.0 document with the pinned facts.
pub fn pinned() -> Value {
    let lock = fs::read_to_string(project().join("schema/upstream.lock")).expect("it is pinned");
    let lock: Value = serde_json::from_str(&lock).expect("it is JSON");
    let mut document = json!({ "swagger": "2.0", "paths": {}, "definitions": {} });
    for key in ["host", "basePath"] {
        document[key] = lock["transport"][key].clone();
    }
    document["schemes"] = json!([lock["transport"]["schemes"]]);
    for (route, facts) in object(&lock["operations"]) {
        let (method, path) = route.split_once(' ').expect("a method and a path");
        document["paths"][path][method.to_lowercase()] = operation(facts);
        envelopes(facts, &mut document["definitions"]);
    }
    for (name, members) in object(&lock["types"]) {
        document["definitions"][name] = record(members);
    }
    document
}

fn operation(facts: &Value) -> Value {
    let mut operation = json!({
        "summary": facts["title"],
        "operationId": facts["docs_id"],
        "x-portone-category": facts["page"],
        "x-portone-supported-pgs": list(&facts["gateways"]),
        "parameters": in_order(&facts["parameters"]).map(parameter).collect::<Vec<_>>(),
        "responses": {},
    });
    for (status, response) in object(&facts["responses"]) {
        operation["responses"][status] = match body(response) {
            Some(properties) => json!({ "schema": { "properties": properties } }),
            None => json!({}),
        };
    }
    operation
}

fn parameter((key, facts): (&String, &Value)) -> Value {
    let (place, name) = key.split_once('.').expect("a place and a name");
    let place = if place == "body" { "formData" } else { place };
    let mut parameter = field(facts);
    parameter["name"] = json!(name);
    parameter["in"] = json!(place);
    parameter["required"] = json!(facts["required"] == true);
    parameter
}

/// One response is spelled out in place; of several, each has an envelope of its own.
fn body(response: &Value) -> Option<Value> {
    response.get("body")?;
    let mut body = json!({ "code": { "type": "integer" }, "message": { "type": "string" } });
    match list(&response["returns"]) {
        [] => {}
        [one] => body["response"] = typed(one, &response["members"]),
        several => {
            body = several.iter().map(|ty| (text(ty).to_owned(), refer(&envelope(ty)))).collect()
        }
    }
    for (name, facts) in object(&response["beside"]) {
        body[name] = field(facts);
    }
    Some(body)
}

fn envelopes(facts: &Value, definitions: &mut Value) {
    for ty in list(&facts["responses"]["200"]["returns"]) {
        let properties = json!({
            "code": { "type": "integer" },
            "message": { "type": "string" },
            "response": typed(ty, &Value::Null),
        });
        definitions[envelope(ty)] = json!({ "properties": properties });
    }
}

fn envelope(ty: &Value) -> String {
    format!("Envelope of {}", text(ty))
}

fn record(members: &Value) -> Value {
    let required = in_order(members).filter(|(_, facts)| facts["required"] == true);
    let required: Vec<_> = required.map(|(name, _)| name).collect();
    let properties = in_order(members).map(|(name, facts)| (name.clone(), field(facts)));
    json!({ "required": required, "properties": properties.collect::<Map<_, _>>() })
}

fn field(facts: &Value) -> Value {
    let mut field = typed(&facts["type"], &facts["members"]);
    field["x-portone-name"] = facts["title"].clone();
    // The words by which the docs name gateways that require something.
    field["description"] =
        json!(if facts["rules_in_prose"] == true { "필수 : some" } else { "" });
    field["enum"] = json!(list(&facts["values"]));
    for (key, fact) in [("maxLength", "max"), ("minimum", "minimum"), ("maximum", "maximum")] {
        field[key] = facts[fact].clone();
    }
    gateways(&facts["gateways"], &mut field);
    field
}

fn gateways(rules: &Value, field: &mut Value) {
    let others = rules["others"] == "unsupported";
    for (gateway, rule) in object(rules).filter(|(gateway, _)| *gateway != "others") {
        match text(rule) {
            "unsupported" => push(&mut field["x-portone-unsupported-pgs"], gateway),
            _ if others => push(&mut field["x-portone-supported-pgs"], gateway),
            _ => {}
        }
        if rule == "required" {
            field["x-portone-per-pg"][gateway] = json!({ "required": true });
        }
    }
}

fn push(list: &mut Value, gateway: &str) {
    match list.as_array_mut() {
        Some(gateways) => gateways.push(json!(gateway)),
        None => *list = json!([gateway]),
    }
}

/// A type by its name: `string`, `PaymentAnnotation`, `[string]`, `[?]`.
fn typed(ty: &Value, members: &Value) -> Value {
    let name = text(ty);
    if let Some(item) = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return match item {
            "?" => json!({ "type": "array" }),
            item => json!({ "type": "array", "items": typed(&json!(item), members) }),
        };
    }
    match name {
        "object" => json!({ "type": "object", "properties": record(members)["properties"] }),
        "string" | "integer" | "number" | "boolean" => json!({ "type": name }),
        name => refer(name),
    }
}

fn refer(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

fn object(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// As the docs have them.
fn in_order(facts: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let mut all: Vec<_> = object(facts).collect();
    all.sort_by_key(|(_, facts)| facts["place"].as_u64());
    all.into_iter()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn the_document_differs_from_the_schema_as_the_pinned_one() {
    let read = |text: &str| upstream::read_document(text).expect("a document").facts;
    let lock = fs::read_to_string(project().join("schema/upstream.lock")).expect("it is pinned");
    let sources = Sources::read(&project().join("schema")).expect("the schema");
    let Ok(api) = upstream::read_schema(&sources) else { panic!("the schema has errors") };
    let findings = |facts: &Facts| {
        let found = upstream::compare(&api, None, facts).into_iter();
        found.map(|finding| (finding.id(), finding.ours, finding.theirs)).collect::<Vec<_>>()
    };
    let pinned_facts = upstream::read_lock(&lock).expect("a lock").facts;
    assert_eq!(findings(&read(&pinned().to_string())), findings(&pinned_facts));
}
