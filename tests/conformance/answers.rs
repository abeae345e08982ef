//! What comes back.

use portone_v1_tests::server::Answer;
use serde_json::Value;

use crate::json;
use crate::operations::{Subject, api, every_operation};
use crate::samples::{Breadth, Sample, Sampler};

/// Every answer of this breadth that an operation can give.
fn answers(subject: &Subject, breadth: Breadth) -> Vec<Sample<'static>> {
    let Some(ty) = subject.operation.returns else { return Vec::new() };
    let choices = 0..subject.choices();
    choices.map(|choice| Sampler::new(api(), choice).value(ty, breadth)).collect()
}

/// The answer as it would be stored.
async fn stored(subject: &Subject, response: &str) -> Value {
    let outcome = subject.call(Breadth::Required, Answer::ok(response)).await;
    match outcome.answer {
        Ok(read) => read.stored,
        Err(error) => panic!("{}: {error}: {response}", subject.name()),
    }
}

#[tokio::test]
async fn the_fullest_answer_loses_nothing() {
    for subject in every_operation() {
        for answer in answers(&subject, Breadth::Everything) {
            let json = json::text(&answer);
            assert_eq!(stored(&subject, &json).await, json::stored(&json), "{}", subject.name());
        }
    }
}

#[tokio::test]
async fn a_sparse_answer_gains_nothing() {
    for subject in every_operation() {
        for breadth in [Breadth::Sparse, Breadth::Required] {
            for answer in answers(&subject, breadth) {
                let json = json::text(&answer);
                let stored = without_empty(stored(&subject, &json).await);
                let expected = without_empty(json::stored(&json));
                assert_eq!(stored, expected, "{} {breadth:?}", subject.name());
            }
        }
    }
}

#[tokio::test]
async fn null_is_as_good_as_nothing() {
    for subject in every_operation() {
        for answer in answers(&subject, Breadth::Required) {
            let missing = stored(&subject, &json::text(&answer)).await;
            let null = stored(&subject, &json::with_nulls(&answer)).await;
            assert_eq!(null, missing, "{}", subject.name());
        }
    }
}

#[tokio::test]
async fn where_nothing_is_documented_anything_will_do() {
    for subject in every_operation().filter(|subject| subject.operation.returns.is_none()) {
        for response in ["null", r#""ok""#, r#""""#, "[]", "{}", "true", "1"] {
            assert_eq!(stored(&subject, response).await, Value::Null, "{}", subject.name());
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
