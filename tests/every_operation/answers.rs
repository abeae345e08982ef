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
                let stored = without_empty_lists(stored(&subject, &json).await);
                assert_eq!(stored, json::stored(&json), "{} {breadth:?}", subject.name());
            }
        }
    }
}

#[tokio::test]
async fn null_is_as_good_as_nothing() {
    for subject in every_operation() {
        for answer in answers(&subject, Breadth::Required) {
            let missing = stored(&subject, &json::text(&answer)).await;
            let null = stored(&subject, &json::with_nulls(api(), &answer)).await;
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

/// A list that is absent is read as an empty one, and stored as such.
fn without_empty_lists(value: Value) -> Value {
    match value {
        Value::Array(values) => values.into_iter().map(without_empty_lists).collect(),
        Value::Object(fields) => {
            let said = fields.into_iter().filter(|(_, value)| *value != Value::Array(Vec::new()));
            said.map(|(name, value)| (name, without_empty_lists(value))).collect()
        }
        other => other,
    }
}
