//! The server beside `schema/openapi.json`, as other tools see the schema.

use std::path::Path;

use serde_json::Value;

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
