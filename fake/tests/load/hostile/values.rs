//! Minimum, maximum and odd values of every parameter of every operation.
//!
//! A parameter gets one value of three, the next one others. `ODD_VALUES_EVERY=1` gives each all of them.

use std::collections::BTreeSet;
use std::env;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use portone_v1_fake::{Buyer, Fake, IMP_KEY, IMP_SECRET, KcpMember};
use serde_json::{Map, Value, json};

use crate::wire::{Wire, lives, request, token};

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

/// The contract and one of its operations.
struct Schema {
    whole: Value,
}

/// The parameters under test.
struct Subject {
    gateway: String,
    imp_uid: String,
    order: String,
}

impl Schema {
    fn read() -> Self {
        Self { whole: serde_json::from_str(include_str!("../../../contract.json")).unwrap() }
    }

    fn operations(&self) -> &[Value] {
        self.whole["operations"].as_array().unwrap()
    }

    fn operation(&self, name: &str) -> &Value {
        self.operations().iter().find(|operation| operation["name"] == name).unwrap()
    }

    /// A value that the schema allows.
    fn allowed(&self, field: &Value, subject: &Subject) -> Value {
        let one = match (field["name"].as_str().unwrap(), field["type"].as_str().unwrap()) {
            ("imp_uid", _) => json!(subject.imp_uid),
            ("merchant_uid", _) => json!(subject.order),
            ("customer_uid", _) => json!("customer-1"),
            ("channel_key" | "channelKey", _) => json!(format!("channel-key-{}", subject.gateway)),
            ("imp_key", _) => json!(IMP_KEY),
            ("imp_secret", _) => json!(IMP_SECRET),
            ("tier_code", _) => json!("A01"),
            ("cust_ip", _) => json!("192.0.2.1"),
            ("card_number", _) => json!("9410-1234-5678-9012"),
            ("expiry", _) => json!("2099-12"),
            ("phone", _) => json!("01012345678"),
            (_, "string") => json!("1"),
            (_, "amount") => json!(100),
            (_, "boolean") => json!(true),
            (_, "integer") => field.get("minimum").cloned().unwrap_or(json!(1)),
            (_, other) => match self.whole["types"].get(other) {
                Some(shape) if shape.get("codes").is_some() => shape["codes"][0]["code"].clone(),
                Some(shape) => self.record(&shape["record"], subject),
                None => json!(4_000_000_000_u32),
            },
        };
        if field["list"] == true { json!([one]) } else { one }
    }

    /// With everything that the gateway takes.
    fn record(&self, fields: &Value, subject: &Subject) -> Value {
        let rule = |field: &Value| match field["gateways"].get(&subject.gateway) {
            Some(rule) => rule.clone(),
            None => field["others"].clone(),
        };
        let fields = fields.as_array().into_iter().flatten();
        let fields = fields.filter(|field| rule(field) != "unsupported");
        let value = |field: &Value| {
            (field["name"].as_str().unwrap().to_owned(), self.allowed(field, subject))
        };
        fields.map(value).collect::<Map<_, _>>().into()
    }
}

/// With a payment that nothing has happened to yet, and a buyer whose names and password are 1.
fn subject(fake: &Fake, operation: &Value, number: u32) -> Subject {
    let listed = operation["gateways"].get(0).and_then(Value::as_str);
    let gateway = listed.unwrap_or("nice").to_owned();
    let order = format!("order-{number}");
    let buyer = Buyer::new(&order, 1_000).at(&gateway).by("trans").with("escrow", true);
    let imp_uid = fake.pay(buyer).unwrap();
    fake.add_benepia_account("1", "1", 1_000);
    fake.add_kcp_member(KcpMember::new("1").with_fido());
    let is_new = operation["method"] == "POST";
    Subject { gateway, imp_uid, order: if is_new { format!("new-{order}") } else { order } }
}

fn written(operation: &Value, values: &Value, token: &str) -> String {
    let mut path = operation["path"].as_str().unwrap().to_owned();
    let (mut query, mut body) = (String::new(), Map::new());
    for field in operation["parameters"].as_array().into_iter().flatten() {
        let name = field["name"].as_str().unwrap();
        let Some(value) = values.get(name) else { continue };
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let text = utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string();
        match field["in"].as_str().unwrap() {
            "path" => path = path.replace(&format!("{{{name}}}"), &text),
            "query" if value.is_array() => query.push_str(&listed(name, value)),
            "query" => query.push_str(&format!("&{name}={text}")),
            _ => drop(body.insert(name.to_owned(), value.clone())),
        }
    }
    let body = if body.is_empty() { String::new() } else { Value::from(body).to_string() };
    let path = format!("{path}?x=1{query}");
    request(operation["method"].as_str().unwrap(), &path, token, &body)
}

fn listed(name: &str, values: &Value) -> String {
    let values = values.as_array().into_iter().flatten().filter_map(Value::as_str);
    values
        .map(|value| format!("&{name}[]={}", utf8_percent_encode(value, NON_ALPHANUMERIC)))
        .collect()
}

#[tokio::test]
async fn every_operation_responds_to_odd_values() {
    let (fake, schema, extremes) = (Fake::start().await.unwrap(), Schema::read(), extremes());
    let (token, mut wire) = (token(&fake).await, Wire::open(&fake).await);
    let every = env::var("ODD_VALUES_EVERY").map_or(3, |every| every.parse().unwrap());
    let (mut sent, mut taken, mut fields) = (0, BTreeSet::new(), 0);
    for operation in schema.operations() {
        let name = operation["name"].as_str().unwrap();
        let issue = schema.operation("billing_keys.issue");
        sent += 1;
        let card = schema.record(&issue["parameters"], &subject(&fake, issue, sent));
        assert_eq!(wire.ask(&written(issue, &card, &token)).await.unwrap().status, 200);
        for field in operation["parameters"].as_array().into_iter().flatten() {
            fields += 1;
            for extreme in extremes.iter().skip(fields % every).step_by(every) {
                sent += 1;
                let subject = subject(&fake, operation, sent);
                let mut values = schema.record(&operation["parameters"], &subject);
                values[field["name"].as_str().unwrap()] = extreme.clone();
                let answer = wire.ask(&written(operation, &values, &token)).await;
                let status = answer.map(|answer| answer.status);
                // An operation that panics leaves its connection without an answer.
                let what = format!("{name} with {} {:.60}", field["name"], extreme.to_string());
                assert!(status.is_some(), "{what}");
                if matches!(status, Some(200 | 207)) {
                    taken.insert(name);
                }
            }
        }
    }
    // Else the checks would keep everything from the operations. Those that are given nothing but the
    // name of something that is there cannot take these.
    assert!(taken.len() > 35, "{taken:?}");
    lives(&fake).await;
}
