//! Outcomes, which are recorded after the response was decoded.

use std::time::Duration;

use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::{Error, MemoryJournal, Outcome};

use super::support::{client, only, outcome, refund, send};
use crate::fixture::{NO_RECORD, Payment, builder, server, token, well};
use crate::server::{Reply, Server};

const PAID: &str = r#"{"code":0,"message":null,"response":{"imp_uid":"imp_1","amount":1000}}"#;
const OTHER: &str = r#"{"code":0,"message":null,"response":{"imp_uid":"imp_2","amount":1000}}"#;

#[tokio::test]
async fn a_response_decides_on_the_outcome() {
    for (status, body, expected) in [
        (200, PAID, Outcome::Done),
        (200, NO_RECORD, Outcome::Rejected),
        (400, "", Outcome::Rejected),
        (404, NO_RECORD, Outcome::Rejected),
        (429, "", Outcome::Rejected),
        (501, "", Outcome::Rejected),
        (200, "<html>", Outcome::Unknown),
        (200, OTHER, Outcome::Unknown),
        (200, r#"{"code":0,"message":null,"response":null}"#, Outcome::Unknown),
        (500, NO_RECORD, Outcome::Unknown),
        (502, "", Outcome::Unknown),
        (302, "", Outcome::Unknown),
    ] {
        let (server, journal) = (server(status, body).await, MemoryJournal::new());
        let result = send(&client(&server, journal.clone()), refund()).await;
        assert_eq!(only(&journal).outcome, Some(expected), "{status} {body}");
        let is_unknown = matches!(result, Err(Error::OutcomeUnknown(_)));
        assert_eq!(is_unknown, expected == Outcome::Unknown, "{result:?}");
        assert_eq!(only(&journal).is_open(), is_unknown);
    }
}

#[tokio::test]
async fn every_way_to_decode_a_response_records_its_outcome() {
    let list = r#"{"code":0,"message":null,"response":[{"imp_uid":"imp_1","amount":1000}]}"#;
    let (server, journal) = (server(200, list).await, MemoryJournal::new());
    let partial = client(&server, journal.clone()).send(refund()).await.unwrap();
    partial.decode_partial::<Payment>().unwrap();
    assert_eq!(outcome(&journal).await, Outcome::Done);
    let journal = MemoryJournal::new();
    client(&server, journal.clone()).send(refund()).await.unwrap().decode_empty().unwrap();
    assert_eq!(outcome(&journal).await, Outcome::Done);
}

#[tokio::test]
async fn a_response_over_the_limit_is_unknown_unless_it_is_a_rejection() {
    for (status, expected) in [(200, Outcome::Unknown), (400, Outcome::Rejected)] {
        let (server, journal) = (server(status, "x".repeat(1000)).await, MemoryJournal::new());
        let builder = builder(&server.url()).max_response_bytes(500).journal(journal.clone());
        assert!(send(&builder.build().unwrap(), refund()).await.is_err());
        assert_eq!(only(&journal).outcome, Some(expected));
    }
}

#[tokio::test]
async fn without_a_connection_nothing_was_sent() {
    let gone = Server::start(well).await.url();
    tokio::task::yield_now().await;
    let journal = MemoryJournal::new();
    let client: Transport = builder(&gone).journal(journal.clone()).build().unwrap();
    assert!(send(&client, refund()).await.unwrap_err().is_connect());
    assert_eq!(only(&journal).outcome, Some(Outcome::NotSent));
}

#[tokio::test]
async fn without_a_token_nothing_was_sent() {
    let (server, journal) = (Server::start(|_| Reply::new(503, "")).await, MemoryJournal::new());
    assert!(send(&client(&server, journal.clone()), refund()).await.is_err());
    assert_eq!(only(&journal).outcome, Some(Outcome::NotSent));
}

#[tokio::test]
async fn without_a_new_token_after_a_401_the_request_was_rejected() {
    let asked = std::sync::atomic::AtomicUsize::new(0);
    let server = Server::start(move |seen| match seen.is_for_token() {
        false => Reply::new(401, ""),
        true if asked.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 0 => token("t", 1800),
        true => Reply::new(503, ""),
    })
    .await;
    let journal = MemoryJournal::new();
    let error = send(&client(&server, journal.clone()), refund()).await.unwrap_err();
    assert!(matches!(error, Error::Token(_)), "{error:?}");
    assert_eq!(only(&journal).outcome, Some(Outcome::Rejected));
}

#[tokio::test]
async fn a_response_that_is_late_leaves_the_outcome_unknown() {
    let server = Server::start(|seen| match seen.is_for_token() {
        true => well(seen),
        false => well(seen).after(Duration::from_secs(20)),
    })
    .await;
    let journal = MemoryJournal::new();
    let builder = builder(&server.url()).timeout(Duration::from_millis(500));
    let client = builder.journal(journal.clone()).build().unwrap();
    assert!(matches!(send(&client, refund()).await, Err(Error::OutcomeUnknown(_))));
    assert_eq!(only(&journal).outcome, Some(Outcome::Unknown));
}
