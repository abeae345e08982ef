//! Credentials and personal data are not in the `Debug` output of requests and responses.

use std::error::Error as _;

use portone_v1::{Error, Timestamp};
use portone_v1_generator::model::{Shape, TypeId};
use portone_v1_tests::server::Answer;

use crate::echo::echo;
use crate::json;
use crate::operations::{OperationCase, api, every_operation};
use crate::samples::{Breadth, Sample, Sampler};

/// The text by which a value is recognized in a log, and whether it must be redacted.
pub(crate) struct Trace {
    text: String,
    redacted: bool,
}

impl Trace {
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_hidden(&self) -> bool {
        self.redacted
    }
}

pub(crate) fn traces(sample: &Sample<'_>, redacted: bool) -> Vec<Trace> {
    match sample {
        Sample::Record(_, fields) => {
            let inside = fields
                .iter()
                .map(|(field, value)| traces(value, redacted || field.privacy.hidden()));
            inside.flatten().collect()
        }
        Sample::List(samples) => {
            samples.iter().flat_map(|sample| traces(sample, redacted)).collect()
        }
        value => trace(value).into_iter().map(|text| Trace { text, redacted }).collect(),
    }
}

/// There are too few booleans and documented codes to tell one from another.
fn trace(value: &Sample<'_>) -> Option<String> {
    match value {
        Sample::Text(text) => Some(text.split_inclusive(':').next()?.to_owned()),
        Sample::Amount(text) => Some(text.clone()),
        Sample::Integer(number) => Some(number.to_string()),
        Sample::Time(second) => Some(Timestamp::from_second(*second).unwrap().to_string()),
        Sample::Code(ty, code) if !is_documented(*ty, code) => Some(code.clone()),
        _ => None,
    }
}

fn is_documented(ty: TypeId, code: &str) -> bool {
    let Shape::Enumeration(codes) = &api().ty(ty).shape else { return false };
    codes.values.iter().any(|value| value.code == code)
}

/// The fullest answer of each kind, and the one with codes that nobody knows.
pub(crate) fn answers(case: &OperationCase) -> Vec<Sample<'static>> {
    let Some(ty) = case.operation.returns else { return Vec::new() };
    let choices = 0..case.choices();
    let kinds = choices
        .flat_map(|choice| [Breadth::Everything, Breadth::Sparse].map(|breadth| (choice, breadth)));
    // An error may show the request's keys, so that no value may look like one of the answer's.
    let sampler = |choice| Sampler::new(api(), choice).counting_from(1_000);
    kinds.map(|(choice, breadth)| sampler(choice).value(ty, breadth)).collect()
}

#[track_caller]
fn assert_shown(shown: &str, traces: &[Trace], name: &str) {
    for Trace { text, redacted } in traces {
        assert_eq!(shown.contains(text), !redacted, "{name}: {text}: {shown}");
    }
}

#[tokio::test]
async fn requests_show_all_but_credentials_and_personal_data() {
    for case in every_operation() {
        for breadth in Breadth::ALL {
            let sent = Sampler::new(api(), 0).request(case.operation, breadth);
            let traces: Vec<_> = sent
                .iter()
                .flat_map(|(parameter, value)| traces(value, parameter.field.privacy.hidden()))
                .collect();
            let outcome = case.call(breadth, Answer::ok("null")).await;
            assert_shown(&outcome.request, &traces, case.name());
        }
    }
}

#[tokio::test]
async fn responses_show_all_but_credentials_and_personal_data() {
    for case in every_operation() {
        for answer in answers(&case) {
            let answer = echo(case.operation, answer);
            let json = json::text(&answer);
            let outcome = case.call(Breadth::Required, Answer::ok(&json)).await;
            assert_shown(&outcome.answer.unwrap().shown, &traces(&answer, false), case.name());
        }
    }
}

/// Every way to fail with this in the body.
pub(crate) fn failures(json: &str) -> [Answer; 6] {
    let refused = format!(r#"{{"code":-1,"message":null,"response":{json}}}"#);
    [
        Answer::json(200, &*refused),
        Answer::json(401, &*refused),
        Answer::json(404, &*refused),
        Answer::json(200, &json[1..]),
        Answer::ok(&format!("{json:?}")),
        Answer::html(502, json),
    ]
}

/// All that an error and its causes say.
pub(crate) fn chain(error: &Error) -> String {
    let mut shown = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(error) = source {
        shown += &format!("{error} {error:?} {error:#?}");
        source = error.source();
    }
    shown
}
