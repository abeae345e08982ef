//! The decoding of responses.

use portone_v1::Error;
use portone_v1_tests::server::Answer;
use serde_json::Value;

use crate::echo::echo;
use crate::json;
use crate::operations::{OperationCase, api, every_operation};
use crate::samples::{Breadth, Sample, Sampler};

/// Every answer of this breadth that an operation can give.
fn answers(case: &OperationCase, breadth: Breadth) -> Vec<Sample<'static>> {
    let Some(ty) = case.operation.returns else { return Vec::new() };
    let choices = 0..case.choices();
    let answers = choices.map(|choice| Sampler::new(api(), choice).value(ty, breadth));
    answers.map(|answer| echo(case.operation, answer)).collect()
}

/// The answer as it would be stored.
async fn stored(case: &OperationCase, response: &str) -> Value {
    let outcome = case.call(Breadth::Required, Answer::ok(response)).await;
    match outcome.answer {
        Ok(read) => read.stored,
        Err(error) => panic!("{}: {error}: {response}", case.name()),
    }
}

#[tokio::test]
async fn full_responses_lose_no_field() {
    for case in every_operation() {
        for answer in answers(&case, Breadth::Everything) {
            let json = json::text(&answer);
            assert_eq!(stored(&case, &json).await, json::stored(&json), "{}", case.name());
        }
    }
}

#[tokio::test]
async fn sparse_responses_gain_no_fields() {
    for case in every_operation() {
        for breadth in [Breadth::Sparse, Breadth::Required] {
            for answer in answers(&case, breadth) {
                let json = json::text(&answer);
                if !case.operation.idempotent && NOTHING.contains(&&*json) {
                    continue;
                }
                let stored = without_empty(stored(&case, &json).await);
                let expected = without_empty(json::stored(&json));
                assert_eq!(stored, expected, "{} {breadth:?}", case.name());
            }
        }
    }
}

#[tokio::test]
async fn null_equals_a_missing_member() {
    for case in every_operation() {
        for answer in answers(&case, Breadth::Required) {
            if !case.operation.idempotent && NOTHING.contains(&&*json::text(&answer)) {
                continue;
            }
            let missing = stored(&case, &json::text(&answer)).await;
            let null = stored(&case, &json::with_nulls(&answer)).await;
            assert_eq!(null, missing, "{}", case.name());
        }
    }
}

/// Answers that do not tell what was done.
const NOTHING: [&str; 8] = ["null", "[]", "{}", r#""""#, "false", "[null]", "[{},{}]", r#""null""#];

#[tokio::test]
async fn a_call_that_acts_does_not_succeed_on_nothing() {
    let acts =
        |case: &OperationCase| case.operation.returns.is_some() && !case.operation.idempotent;
    for case in every_operation().filter(acts) {
        let nothing = NOTHING.map(Answer::ok);
        let missing = Answer::json(200, r#"{"code":0,"message":null}"#);
        for answer in nothing.into_iter().chain([missing]) {
            let outcome = case.call(Breadth::Required, answer).await;
            assert!(
                matches!(outcome.answer, Err(Error::OutcomeUnknown(_))),
                "{} succeeds on nothing",
                case.name()
            );
        }
    }
}

#[tokio::test]
async fn undocumented_responses_accept_any_value() {
    for case in every_operation().filter(|case| case.operation.returns.is_none()) {
        for response in ["null", r#""ok""#, r#""""#, "[]", "{}", "true", "1"] {
            assert_eq!(stored(&case, response).await, Value::Null, "{}", case.name());
        }
    }
}

/// A list that is absent is read as an empty one, and an empty record as an absent one.
fn without_empty(value: Value) -> Value {
    match value {
        Value::Array(values) => values.into_iter().map(without_empty).collect(),
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, without_empty(value)));
            fields.filter(|(_, value)| !is_empty(value)).collect()
        }
        other => other,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Array(values) => values.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}
