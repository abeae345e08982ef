//! Bodies with a member omitted, null, empty or zero: the server rejects those that the document rejects.

use http::Method;
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::openapi::{document, with_unknown_key};
use crate::shop::Shop;

/// Members of a schedule that are missing only while no billing key has its `customer_uid`.
const CARD: [&str; 3] = ["card_number is missing", "expiry is missing", "birth is missing"];

#[tokio::test]
async fn bodies_are_judged_as_the_document_says() {
    let (shop, document) = (Shop::open().await, document());
    let mut rejected = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let content = &operation["requestBody"]["content"]["application/json"];
            // One message stands for both credentials.
            if content.is_null() || path == "/users/getToken" {
                continue;
            }
            let validator = validator(&document, &content["schema"]);
            let method: Method = method.to_uppercase().parse().unwrap();
            let target = with_unknown_key(path, operation);
            for body in bodies(&content["examples"]) {
                let is_valid = validator.is_valid(&body);
                let problems = problems(&shop, &method, &target, &body).await;
                assert_eq!(is_valid, problems.is_empty(), "{method} {path} {body}: {problems:?}");
                rejected += usize::from(!is_valid);
            }
        }
    }
    assert!(rejected > 300, "{rejected}");
}

fn validator(document: &Value, schema: &Value) -> Validator {
    let mut schema = schema.clone();
    schema["components"] = document["components"].clone();
    jsonschema::validator_for(&schema).unwrap()
}

/// The examples, and each of them with one change.
fn bodies(examples: &Value) -> Vec<Value> {
    let examples = examples.as_object().unwrap().values().map(|example| &example["value"]);
    examples.flat_map(|example| [vec![example.clone()], changed(example)].concat()).collect()
}

/// The objects and lists that one change within makes of a value.
fn changed(value: &Value) -> Vec<Value> {
    match value {
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, member)| with_member_changed(value, name, member))
            .collect(),
        Value::Array(items) => {
            let items = items.iter().flat_map(changed).map(|item| json!([item]));
            items.chain([json!([])]).collect()
        }
        Value::String(_) => vec![json!(""), json!(" ")],
        Value::Number(_) => vec![json!(0), json!(-1)],
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}

fn with_member_changed(object: &Value, name: &str, member: &Value) -> Vec<Value> {
    let with = |changed: Value| {
        let mut object = object.clone();
        object[name] = changed;
        object
    };
    let mut without = object.clone();
    without.as_object_mut().unwrap().remove(name);
    [without, with(Value::Null)].into_iter().chain(changed(member).into_iter().map(with)).collect()
}

/// Values that the server misses or that are too small, whatever the gateway and the billing keys are.
async fn problems(shop: &Shop, method: &Method, target: &str, body: &Value) -> Vec<String> {
    let answer = shop.send_as(method.clone(), target, "application/json", body.to_string()).await;
    let message = answer.body["message"].as_str().unwrap_or_default();
    if message.contains(" requires it") {
        return Vec::new();
    }
    let is_schedule = target.starts_with("/subscribe/payments/schedule?");
    let is_missing = |problem: &str| {
        problem.ends_with(" is missing") && !(is_schedule && CARD.contains(&problem))
    };
    let is_one = |problem: &&str| is_missing(problem) || problem.contains("the minimum is");
    message.split("; ").filter(is_one).map(str::to_owned).collect()
}
