//! The server beside `schema/openapi.json`, as other tools see the schema.

use std::path::Path;

use http::Method;
use serde_json::{Value, json};

use crate::sections;
use crate::shop::Shop;

/// Parameters that name a record.
const KEYS: [&str; 5] =
    ["imp_uid", "merchant_uid", "customer_uid", "product_order_id", "tier_code"];

fn document() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/openapi.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Path with a key that nothing has.
fn with_unknown_key(path: &str, operation: &Value) -> String {
    let (mut path, mut query) = (path.to_owned(), Vec::new());
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let Some(name) = parameter["name"].as_str() else { continue };
        let is_key = KEYS.contains(&name.trim_end_matches("[]"));
        let value = if is_key { "unknown" } else { parameter["example"].as_str().unwrap_or("1") };
        if parameter["in"] == "path" {
            path = path.replace(&format!("{{{name}}}"), value);
        } else if is_key {
            query.push(format!("{name}={value}"));
        }
    }
    format!("{path}?{}", query.join("&"))
}

#[tokio::test]
async fn absent_records_are_answered_as_the_schema_says() {
    let (shop, document, handled) = (Shop::open().await, document(), sections::handled());
    let mut checked = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        let Some(expected) = methods["get"]["x-portone-not-found"].as_array() else { continue };
        // Without a handler, every record exists: the response is the example.
        let id = methods["get"]["operationId"].as_str().unwrap();
        if !handled.iter().any(|name| name.replace('.', "_") == id) {
            continue;
        }
        let path = with_unknown_key(path, &methods["get"]);
        let answer = shop.get(&path).await;
        let fits = |response: &Value| {
            let codes = response["codes"].as_array().unwrap();
            response["status"] == answer.status && codes.contains(&answer.body["code"])
        };
        assert!(expected.iter().any(fits), "{path}: {answer:?}, but the schema has {expected:?}");
        assert_eq!(answer.body["response"], Value::Null);
        checked += 1;
    }
    assert!(checked > 10, "{checked}");
}

/// Problems that the server has with a member of a body in which it stands alone.
async fn problems(shop: &Shop, method: &str, path: &str, name: &str, value: Value) -> Vec<String> {
    let (method, body) = (Method::from_bytes(method.as_bytes()).unwrap(), json!({ name: value }));
    let answer = shop.send_as(method, path, "application/json", body.to_string()).await;
    let message = answer.body["message"].as_str().unwrap_or_default();
    let alternatives = format!("{name} or ");
    let about = |problem: &&str| {
        problem.starts_with(&format!("{name} ")) && !problem.starts_with(&alternatives)
    };
    message.split("; ").filter(about).map(str::to_owned).collect()
}

/// Schema of a request's body.
fn body_schema<'d>(document: &'d Value, operation: &Value) -> Option<&'d Value> {
    let schema = operation.pointer("/requestBody/content/application~1json/schema/$ref")?;
    document.pointer(schema.as_str()?.strip_prefix('#')?)
}

#[tokio::test]
async fn empty_texts_zeros_and_nulls_are_judged_as_the_document_says() {
    let (shop, document) = (Shop::open().await, document());
    let mut checked = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let Some(schema) = body_schema(&document, operation) else { continue };
            if path == "/users/getToken" {
                continue; // One message for both credentials.
            }
            let (method, path) = (method.to_uppercase(), with_unknown_key(path, operation));
            for (name, member) in schema["properties"].as_object().unwrap() {
                let problems = |value| problems(&shop, &method, &path, name, value);
                let place = format!("{method} {path} {name}");
                let text = member["type"].to_string().contains("string");
                let amount = member["format"] == "decimal";
                let is_null_valid =
                    !problems(Value::Null).await.iter().any(|one| one.contains("missing"));
                let null = [json!("null"), json!({ "type": "null" })];
                let types = [&member["type"], &member["anyOf"]].into_iter();
                let nullable =
                    types.filter_map(Value::as_array).flatten().any(|ty| null.contains(ty));
                assert_eq!(nullable, is_null_valid, "{place}: null");
                if text {
                    let refused = !problems(json!("")).await.is_empty();
                    assert_eq!(member["minLength"] == 1, refused, "{place}: an empty text");
                }
                if amount {
                    let refused = !problems(json!(0)).await.is_empty();
                    assert_eq!(member["exclusiveMinimum"] == 0, refused, "{place}: 0");
                    assert!(!problems(json!(-1)).await.is_empty(), "{place}: -1");
                    assert!(member["minimum"] == 0 || refused, "{place}: no minimum");
                }
                checked += 1;
            }
        }
    }
    assert!(checked > 200, "{checked}");
}
