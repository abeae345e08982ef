//! Whatever a program logs, no credential and nothing about a person is in it: errors with all their
//! causes, panics, recorders, `tracing` and `log`.

use std::panic::{AssertUnwindSafe, catch_unwind};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use portone_v1::{CallOptions, Recorder};
use portone_v1_tests::server::Answer;

use crate::operations::{Exchange, Subject, api, every_operation};
use crate::samples::{Breadth, Sampler};
use crate::secrecy::{Trace, answers, chain, failures, traces};
use crate::{json, observed};

/// Everything that can be seen of a call.
async fn seen(subject: &Subject, breadth: Breadth, answer: Answer) -> String {
    let recorder = Recorder::new();
    let mut exchange = Exchange::new(subject, answer).await;
    let options = CallOptions::new().no_retry().recorder(&recorder);
    exchange.client = exchange.client.with(options);
    observed::take();
    let outcome = exchange.call(breadth).await;
    let mut seen = observed::take();
    assert!(seen.contains(subject.name()), "the call is a span");
    seen += &format!("{recorder:?} {:?} {:?}", recorder.last(), exchange.client);
    if let Err(error) = outcome.answer {
        seen += &chain(&error);
    }
    seen
}

#[track_caller]
fn assert_unseen(seen: &str, hidden: &[Trace], name: &str) {
    for text in hidden.iter().map(Trace::text) {
        let in_a_query = utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        assert!(!seen.contains(text) && !seen.contains(&in_a_query), "{name}: {text}: {seen}");
    }
    for secret in ["the-key", "the-secret", "token-1", "pg_api_key=", "Bearer"] {
        assert!(!seen.contains(secret), "{name}: {secret}: {seen}");
    }
}

/// So that what holds for `Debug` holds for the message of a panic.
#[tokio::test]
async fn a_panic_shows_what_debug_shows() {
    let subject = every_operation().last().unwrap();
    let outcome = subject.call(Breadth::Everything, Answer::html(502, "[1]")).await;
    let debug = format!("{:?}", outcome.answer.as_ref().unwrap_err());
    let panicked = catch_unwind(AssertUnwindSafe(|| drop(outcome.answer.unwrap())));
    let message = panicked.unwrap_err().downcast::<String>().unwrap();
    assert_eq!(*message, format!("called `Result::unwrap()` on an `Err` value: {debug}"));
}

#[tokio::test]
async fn nothing_of_a_request_is_seen() {
    let _guard = observed::collect();
    for subject in every_operation() {
        for breadth in [Breadth::Everything, Breadth::Sparse] {
            let sent = Sampler::new(api(), 0).request(subject.operation, breadth);
            let sent = sent.iter();
            let hidden: Vec<_> = sent
                .flat_map(|(parameter, value)| traces(value, parameter.field.privacy.hidden()))
                .filter(Trace::is_hidden)
                .collect();
            for answer in failures("[1]").into_iter().chain([Answer::ok("null")]) {
                let seen = seen(&subject, breadth, answer).await;
                assert_unseen(&seen, &hidden, subject.name());
            }
        }
    }
}

#[tokio::test]
async fn nothing_of_an_answer_is_seen() {
    let _guard = observed::collect();
    for subject in every_operation() {
        for answer in answers(&subject) {
            let (json, all) = (json::text(&answer), traces(&answer, true));
            for answer in failures(&json).into_iter().chain([Answer::ok(&json)]) {
                let seen = seen(&subject, Breadth::Required, answer).await;
                assert_unseen(&seen, &all, subject.name());
            }
        }
    }
}
