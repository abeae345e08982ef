//! The examples keep the rules of the schemas beside them.

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::schemas::{self, Subject, entries, operations};

#[test]
fn examples_are_valid() {
    for Subject { name, document, .. } in schemas::all() {
        for (path, method, operation) in operations(&document) {
            for media in media(operation) {
                let validator = validator(&document, &media["schema"]);
                for example in examples(media) {
                    expect_valid(&validator, example, &format!("{name}: {method} {path}"));
                }
            }
        }
    }
}

#[test]
fn parameters_are_shown_with_a_valid_value() {
    for Subject { name, document, .. } in schemas::all() {
        for (path, method, operation) in operations(&document) {
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let Some(example) = parameter.get("example") else { continue };
                let validator = validator(&document, &parameter["schema"]);
                let place = format!("{name}: {method} {path} {}", parameter["name"]);
                expect_valid(&validator, example, &place);
            }
        }
    }
}

#[test]
fn every_operation_shows_a_full_request_and_an_answer() {
    for (path, method, operation) in operations(&schemas::real().document) {
        let content = |of: &str| operation.pointer(&format!("{of}/content/application~1json"));
        let answer = content("/responses/200").expect("an answer");
        assert_eq!(answer["examples"]["done"]["value"]["code"], 0, "{method} {path}");
        let Some(body) = content("/requestBody") else { continue };
        assert!(body["examples"]["full"]["value"].is_object(), "{method} {path}");
    }
}

/// A validator that lets everything pass would make the tests above worthless.
#[test]
fn the_validator_refuses_what_is_wrong() {
    let document = schemas::real().document;
    let payment = json!({ "$ref": "#/components/schemas/Payment" });
    assert!(!validator(&document, &payment).is_valid(&json!({ "imp_uid": 1 })));
}

fn validator(document: &Value, schema: &Value) -> Validator {
    let whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "components": document["components"],
        "allOf": [schema],
    });
    jsonschema::validator_for(&whole).expect("a schema of draft 2020-12")
}

fn expect_valid(validator: &Validator, example: &Value, place: &str) {
    let mistakes: Vec<_> = validator
        .iter_errors(example)
        .map(|mistake| format!("{}: {mistake}", mistake.instance_path()))
        .collect();
    assert!(mistakes.is_empty(), "{place}: {mistakes:#?}");
}

/// The bodies of the request and of all answers.
fn media(operation: &Value) -> impl Iterator<Item = &Value> {
    let answers = entries(&operation["responses"]).map(|(_, answer)| answer);
    let bodies = operation.get("requestBody").into_iter().chain(answers);
    bodies.flat_map(|body| entries(&body["content"])).map(|(_, media)| media)
}

fn examples(media: &Value) -> impl Iterator<Item = &Value> {
    let named = entries(&media["examples"]).map(|(_, example)| &example["value"]);
    named.chain(media.get("example"))
}
