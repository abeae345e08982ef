//! The examples are valid by their schemas.

use jsonschema::{Registry, Validator};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::openapi::code_samples::sources;
use crate::openapi::schemas::{self, SchemaCase, entries, operations};

const DOCUMENT: &str = "urn:portone-v1:document";
/// The characters that a JSON pointer need not escape in a URI.
const POINTER: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'~').remove(b'-').remove(b'_');

#[test]
fn examples_are_valid() {
    for SchemaCase { name, document, .. } in schemas::all() {
        let registry = registry(document);
        let mut shown = Vec::new();
        find(document, String::new(), &mut shown);
        assert!(!shown.is_empty(), "{name} has examples");
        for Shown { pointer, examples } in shown {
            let validator = validator(&registry, &format!("{pointer}/schema"));
            for example in examples {
                let example = resolved(document, example);
                expect_valid(&validator, example, &format!("{name}: {pointer}"));
            }
        }
    }
}

#[test]
fn every_operation_has_examples_of_request_and_response() {
    let document = &schemas::real().document;
    for (path, method, operation) in operations(document) {
        let content = |of: &str| operation.pointer(&format!("{of}/content/application~1json"));
        let answer = content("/responses/200").expect("an answer");
        let done = resolved(document, &answer["examples"]["done"]);
        assert_eq!(done["code"], 0, "{method} {path}");
        let Some(body) = content("/requestBody") else { continue };
        assert!(body["examples"]["full"]["value"].is_object(), "{method} {path}");
    }
}

#[test]
fn every_parameter_in_path_and_query_has_an_example() {
    for (path, method, operation) in operations(&schemas::real().document) {
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let shown = parameter.get("$ref").or(parameter.get("example"));
            assert!(shown.is_some(), "{method} {path}: {}", parameter["name"]);
        }
    }
}

#[test]
fn bodies_of_curl_are_valid() {
    let document = &schemas::real().document;
    let registry = registry(document);
    for (path, method, operation) in operations(document) {
        let Some(body) = curl_body(operation) else { continue };
        let path = path.replace('/', "~1");
        let content = format!("/paths/{path}/{method}/requestBody/content/application~1json");
        expect_valid(&validator(&registry, &format!("{content}/schema")), &body, &content);
    }
}

/// The body that the curl of an operation sends; it has no apostrophe.
fn curl_body(operation: &Value) -> Option<Value> {
    let (_, rest) = sources(operation)[0].1.split_once("--data '")?;
    let (body, _) = rest.split_once('\'')?;
    Some(serde_json::from_str(body).expect("JSON"))
}

/// A validator that lets everything pass would make the first test worthless.
#[test]
fn the_validator_rejects_invalid_documents() {
    let document = &schemas::real().document;
    let registry = registry(document);
    let payment = validator(&registry, "/components/schemas/Payment");
    assert!(!payment.is_valid(&json!({ "imp_uid": 1 })));
}

fn registry(document: &Value) -> Registry<'static> {
    let registry = Registry::new().add(DOCUMENT, document.clone()).expect("a URI");
    registry.prepare().expect("a document whose references resolve")
}

fn validator(registry: &Registry<'_>, pointer: &str) -> Validator {
    let pointer = utf8_percent_encode(pointer, POINTER);
    let schema = json!({ "$ref": format!("{DOCUMENT}#{pointer}") });
    let built = jsonschema::options().with_registry(registry).build(&schema);
    built.expect("a schema of draft 2020-12")
}

fn expect_valid(validator: &Validator, example: &Value, place: &str) {
    let errors: Vec<_> = validator
        .iter_errors(example)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{place}: {errors:#?}");
}

/// A body or a parameter with examples.
struct Shown<'d> {
    pointer: String,
    examples: Vec<&'d Value>,
}

/// Everything with a schema and examples, wherever it stands.
fn find<'d>(value: &'d Value, pointer: String, shown: &mut Vec<Shown<'d>>) {
    let examples = examples(value);
    if value.get("schema").is_some() && !examples.is_empty() {
        shown.push(Shown { pointer, examples });
        return;
    }
    for (key, member) in entries(value) {
        let key = key.replace('~', "~0").replace('/', "~1");
        find(member, format!("{pointer}/{key}"), shown);
    }
    for (place, item) in value.as_array().into_iter().flatten().enumerate() {
        find(item, format!("{pointer}/{place}"), shown);
    }
}

fn examples(value: &Value) -> Vec<&Value> {
    let named = entries(&value["examples"]).map(|(_, example)| example);
    named.chain(value.get("example")).collect()
}

/// The value of an example: its own, or that of the component to which it refers.
fn resolved<'d>(document: &'d Value, example: &'d Value) -> &'d Value {
    let component = example["$ref"].as_str().and_then(|path| document.pointer(&path[1..]));
    let example = component.unwrap_or(example);
    example.get("value").unwrap_or(example)
}
