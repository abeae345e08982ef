//! Credentials and personal data are in no log: not in errors with all their causes, in panics, in
//! recorders, in `tracing` or in `log`.
//!
//! An operation is answered in one or two of these ways, the next one in others. `LOGS_EVERY=1` answers each in all.

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use portone_v1::{CallOptions, Recorder};
use portone_v1_tests::own_process;
use portone_v1_tests::server::Answer;
use tokio::runtime;

use crate::operations::{MockedOperation, OperationCase, api, every_operation};
use crate::samples::{Breadth, Sampler};
use crate::secrecy::{Trace, answers, chain, failures, traces};
use crate::{json, log_capture};

/// Everything that a program can log of a call.
async fn logged(case: &OperationCase, breadth: Breadth, answer: Answer) -> String {
    let recorder = Recorder::new();
    let mut mocked = MockedOperation::new(case, answer).await;
    let options = CallOptions::new().no_retry().recorder(&recorder);
    mocked.client = mocked.client.with(options);
    log_capture::take();
    let outcome = mocked.call(breadth).await;
    let mut logged = log_capture::take();
    assert!(logged.contains(case.name()), "the call is a span: {logged}");
    logged += &format!("{recorder:?} {:?} {:?}", recorder.last(), mocked.client);
    if let Err(error) = outcome.answer {
        logged += &chain(&error);
    }
    logged
}

#[track_caller]
fn assert_not_logged(logged: &str, hidden: &[Trace], name: &str) {
    for text in hidden.iter().map(Trace::text) {
        let in_a_query = utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        assert!(
            !logged.contains(text) && !logged.contains(&in_a_query),
            "{name}: {text}: {logged}"
        );
    }
    for secret in ["the-key", "the-secret", "token-1", "pg_api_key=", "Bearer"] {
        assert!(!logged.contains(secret), "{name}: {secret}: {logged}");
    }
}

/// The tests of `Debug` therefore hold for the messages of panics too.
#[tokio::test]
async fn a_panic_message_uses_debug() {
    let case = every_operation().last().unwrap();
    let outcome = case.call(Breadth::Everything, Answer::html(502, "[1]")).await;
    let debug = format!("{:?}", outcome.answer.as_ref().unwrap_err());
    let panicked = catch_unwind(AssertUnwindSafe(|| drop(outcome.answer.unwrap())));
    let message = panicked.unwrap_err().downcast::<String>().unwrap();
    assert_eq!(*message, format!("called `Result::unwrap()` on an `Err` value: {debug}"));
}

/// Runs a test with a log in a process of its own.
fn with_log(test: &str, body: impl Future<Output = ()>) {
    own_process::run(test, || {
        log_capture::install();
        runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(body);
    });
}

#[test]
fn requests_are_not_logged() {
    with_log("logs::requests_are_not_logged", log_requests());
}

/// A sample of answers, and another one for the next operation.
fn sampled(
    number: usize,
    answers: impl IntoIterator<Item = Answer>,
) -> impl Iterator<Item = Answer> {
    let every = env::var("LOGS_EVERY").map_or(4, |every| every.parse().unwrap());
    answers.into_iter().skip(number % every).step_by(every)
}

async fn log_requests() {
    for (number, case) in every_operation().enumerate() {
        for breadth in [Breadth::Everything, Breadth::Sparse] {
            let sent = Sampler::new(api(), 0).request(case.operation, breadth);
            let sent = sent.iter();
            let hidden: Vec<_> = sent
                .flat_map(|(parameter, value)| traces(value, parameter.field.privacy.hidden()))
                .filter(Trace::is_hidden)
                .collect();
            let answers = failures("[1]").into_iter().chain([Answer::ok("null")]);
            for answer in sampled(number, answers) {
                let logged = logged(&case, breadth, answer).await;
                assert_not_logged(&logged, &hidden, case.name());
            }
        }
    }
}

#[test]
fn responses_are_not_logged() {
    with_log("logs::responses_are_not_logged", log_responses());
}

async fn log_responses() {
    for (number, case) in every_operation().enumerate() {
        for answer in answers(&case) {
            let (json, all) = (json::text(&answer), traces(&answer, true));
            let answers = failures(&json).into_iter().chain([Answer::ok(&json)]);
            for answer in sampled(number, answers) {
                let logged = logged(&case, Breadth::Required, answer).await;
                assert_not_logged(&logged, &all, case.name());
            }
        }
    }
}
