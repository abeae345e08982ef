//! Bodies with a member omitted, null, empty or zero: the server rejects those that the document rejects.

use std::fs;
use std::path::Path;

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use jsonschema::Validator;
use portone_v1_fake::{Fake, IMP_KEY, IMP_SECRET};
use serde_json::{Value, json};

/// Members of a schedule that are missing only while no billing key has its `customer_uid`.
const CARD: [&str; 3] = ["card_number is missing", "expiry is missing", "birth is missing"];

#[tokio::test]
async fn bodies_are_judged_as_the_document_says() {
    let (client, document) = (JsonClient::open().await, document());
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
            for body in bodies(&content["examples"]) {
                let is_valid = validator.is_valid(&body);
                let problems = problems(&client, &method, path, &body).await;
                assert_eq!(is_valid, problems.is_empty(), "{method} {path} {body}: {problems:?}");
                rejected += usize::from(!is_valid);
            }
        }
    }
    assert!(rejected > 300, "{rejected}");
}

fn document() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/openapi.json");
    serde_json::from_str(&fs::read_to_string(path).expect("a document")).expect("JSON")
}

fn validator(document: &Value, schema: &Value) -> Validator {
    let mut schema = schema.clone();
    schema["components"] = document["components"].clone();
    jsonschema::validator_for(&schema).expect("a schema")
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
async fn problems(client: &JsonClient, method: &Method, path: &str, body: &Value) -> Vec<String> {
    let message = client.send(method, path, body).await["message"].take();
    let message = message.as_str().unwrap_or_default();
    if message.contains(" requires it") {
        return Vec::new();
    }
    let is_schedule = path == "/subscribe/payments/schedule";
    let is_missing = |problem: &str| {
        problem.ends_with(" is missing") && !(is_schedule && CARD.contains(&problem))
    };
    let is_one = |problem: &&str| is_missing(problem) || problem.contains("the minimum is");
    message.split("; ").filter(is_one).map(str::to_owned).collect()
}

/// A client that sends and receives JSON, with a token, and the fake server.
struct JsonClient {
    fake: Fake,
    client: Client<HttpConnector, Body>,
    token: String,
}

impl JsonClient {
    async fn open() -> Self {
        let fake = Fake::start().await.expect("a server");
        let client = Client::builder(TokioExecutor::new()).build_http();
        let mut client = Self { fake, client, token: String::new() };
        let credentials = json!({ "imp_key": IMP_KEY, "imp_secret": IMP_SECRET });
        let answer = client.send(&Method::POST, "/users/getToken", &credentials).await;
        client.token = answer["response"]["access_token"].as_str().expect("a token").to_owned();
        client
    }

    /// Sends JSON for records that do not exist; returns the JSON of the response.
    async fn send(&self, method: &Method, path: &str, body: &Value) -> Value {
        let segments =
            path.split('/').map(|part| if part.starts_with('{') { "unknown" } else { part });
        let target = segments.collect::<Vec<_>>().join("/");
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{target}", self.fake.url()))
            .header("authorization", format!("Bearer {}", self.token))
            .header("content-type", "application/json");
        let request = request.body(Body::from(body.to_string())).expect("a request");
        let response = self.client.request(request).await.expect("a response");
        let body = to_bytes(Body::new(response.into_body()), usize::MAX).await.expect("a body");
        serde_json::from_slice(&body).expect("JSON")
    }
}
