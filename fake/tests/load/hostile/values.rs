//! The least, the greatest and the strangest of every parameter of every operation.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use portone_v1_fake::{Buyer, Fake};
use serde_json::{Map, Value, json};

use crate::wire::{Wire, lives, request, token};

/// Of which an operation needs one that is there.
const KNOWN: [(&str, &str); 3] = [
    ("imp_uid", "imp_000000000001"),
    ("customer_uid", "customer-1"),
    ("channel_key", "channel-key-1"),
];

fn extremes() -> Vec<Value> {
    let long = "x".repeat(1_000);
    let (least, greatest) = (i64::MIN, i64::MAX);
    let numbers =
        [json!(least), json!(greatest), json!(u64::MAX), json!(-1), json!(0.1), json!(1e300)];
    let texts = [json!(""), json!(long), json!("\u{0}\u{10ffff}"), json!("🧾/../?#%"), json!("-0")];
    // The greatest and the smallest amount that can be told from 0.
    let amounts = [json!("79228162514264337593543950335"), json!("0.0000000000000000000000000001")];
    let others =
        [json!(null), json!(true), json!([]), json!({}), json!([[{}]]), json!([least, ""])];
    [&numbers[..], &texts, &amounts, &others].concat()
}

struct Schema {
    whole: Value,
}

impl Schema {
    fn read() -> Self {
        Self { whole: serde_json::from_str(include_str!("../../../contract.json")).unwrap() }
    }

    fn operations(&self) -> &[Value] {
        self.whole["operations"].as_array().unwrap()
    }

    /// A value that the schema allows.
    fn allowed(&self, field: &Value, order: &str) -> Value {
        let name = field["name"].as_str().unwrap();
        let known = KNOWN.iter().find(|(known, _)| *known == name);
        let one = match (known, field["type"].as_str().unwrap()) {
            (Some((_, value)), _) => json!(value),
            (None, "string") if name == "merchant_uid" => json!(order),
            (None, "string") => json!("1"),
            (None, "amount") => json!(100),
            (None, "boolean") => json!(true),
            (None, "integer") => field.get("minimum").cloned().unwrap_or(json!(1)),
            (None, other) => match self.whole["types"].get(other) {
                Some(shape) if shape.get("codes").is_some() => shape["codes"][0]["code"].clone(),
                Some(shape) => self.record(&shape["record"], order),
                None => json!(4_000_000_000_u32),
            },
        };
        if field["list"] == true { json!([one]) } else { one }
    }

    fn record(&self, fields: &Value, order: &str) -> Value {
        let fields = fields.as_array().into_iter().flatten();
        let value = |field: &Value| {
            let name = field["name"].as_str().unwrap().to_owned();
            (name, self.allowed(field, order))
        };
        fields.map(value).collect::<Map<_, _>>().into()
    }
}

fn written(operation: &Value, values: &Value, token: &str) -> String {
    let mut path = operation["path"].as_str().unwrap().to_owned();
    let (mut query, mut body) = (String::new(), Map::new());
    for field in operation["parameters"].as_array().into_iter().flatten() {
        let name = field["name"].as_str().unwrap();
        let value = &values[name];
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let text = utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string();
        match field["in"].as_str().unwrap() {
            "path" => path = path.replace(&format!("{{{name}}}"), &text),
            "query" => query.push_str(&format!("&{name}={text}")),
            _ => drop(body.insert(name.to_owned(), value.clone())),
        }
    }
    let body = if body.is_empty() { String::new() } else { Value::from(body).to_string() };
    let path = format!("{path}?x=1{query}");
    request(operation["method"].as_str().unwrap(), &path, token, &body)
}

#[tokio::test]
async fn every_operation_answers_them() {
    let (fake, schema, extremes) = (Fake::start().await.unwrap(), Schema::read(), extremes());
    fake.pay(Buyer::new("order-0", 1_000_000)).unwrap();
    let (token, mut wire) = (token(&fake).await, Wire::open(&fake).await);
    let (mut sent, mut taken) = (0, 0);
    for operation in schema.operations() {
        for field in operation["parameters"].as_array().into_iter().flatten() {
            for extreme in &extremes {
                sent += 1;
                let mut values = schema.record(&operation["parameters"], &format!("order-{sent}"));
                values[field["name"].as_str().unwrap()] = extreme.clone();
                let answer = wire.ask(&written(operation, &values, &token)).await;
                let status = answer.map(|answer| answer.status);
                taken += u32::from(status == Some(200));
                let (name, parameter) = (&operation["name"], &field["name"]);
                let text = extreme.to_string();
                assert!(
                    status.is_some_and(|status| status != 500),
                    "{name} with {parameter} {:.60}: {status:?}",
                    text
                );
            }
        }
    }
    // Else they would not reach the operations.
    assert!(taken > sent / 5, "{taken} of {sent}");
    lives(&fake).await;
}
