//! Intents, which are recorded before their request is sent.

use portone_v1_runtime::internal::{Call, Evidence};
use portone_v1_runtime::{CallOptions, Decimal, MemoryJournal, Outcome, Timestamp};

use super::support::{client, only, refund, send};
use crate::fixture::{CHANGE, OPEN, builder, get, read, token, well};
use crate::server::{Reply, Server};

#[tokio::test]
async fn an_intent_is_recorded_before_its_request_arrives() {
    let journal = MemoryJournal::new();
    let at_arrival = journal.clone();
    let server = Server::start(move |seen| {
        if !seen.is_for_token() {
            assert_eq!(only(&at_arrival).outcome, None);
        }
        well(seen)
    })
    .await;
    let before = Timestamp::now();
    send(&client(&server, journal.clone()), refund()).await.unwrap();
    let entry = only(&journal);
    assert_eq!(entry.outcome, Some(Outcome::Done));
    let intent = entry.intent;
    assert_eq!(intent.operation(), "payments.cancel");
    assert_eq!(intent.keys().collect::<Vec<_>>(), [("imp_uid", "imp_1")]);
    assert_eq!(intent.subject().as_deref(), Some("imp_uid=imp_1"));
    assert_eq!(intent.amount(), Some(Decimal::new(100, 0)));
    assert_eq!(intent.balance(), Some(Decimal::new(1000, 0)));
    assert_eq!((intent.label(), intent.tier()), (None, None));
    let age = intent.time().duration_since(before).as_millis();
    assert!((-1..60_000).contains(&age), "{age} ms");
}

#[tokio::test]
async fn label_and_tier_are_in_the_intent() {
    let (server, journal) = (Server::start(well).await, MemoryJournal::new());
    let options = CallOptions::new().label("order 17").tier("A1");
    let client = client(&server, journal.clone()).with(options).with(CallOptions::new().no_retry());
    send(&client, refund()).await.unwrap();
    let intent = only(&journal).intent;
    assert_eq!((intent.label(), intent.tier()), (Some("order 17"), Some("A1")));
}

#[tokio::test]
async fn calls_that_can_be_repeated_are_not_recorded() {
    let (server, journal) = (Server::start(well).await, MemoryJournal::new());
    let client = client(&server, journal.clone());
    get(&client).await.unwrap();
    client.send(Call::new(&OPEN)).await.unwrap().decode_empty().unwrap();
    assert!(journal.entries().is_empty());
    assert_eq!(server.tokens_asked(), 1, "token requests are not recorded either");
}

#[tokio::test]
async fn an_invalid_request_is_not_recorded() {
    let (server, journal) = (Server::start(well).await, MemoryJournal::new());
    let call = Call::new(&CHANGE);
    assert!(send(&client(&server, journal.clone()), call).await.is_err());
    assert!(journal.entries().is_empty() && server.seen().is_empty());
}

#[tokio::test]
async fn a_call_has_one_intent_for_all_its_attempts() {
    let server = Server::start(|seen| match seen.header("authorization") {
        None => token("t", 1800),
        Some(_) => Reply::new(401, ""),
    })
    .await;
    let journal = MemoryJournal::new();
    assert!(send(&client(&server, journal.clone()), refund()).await.is_err());
    assert_eq!(server.calls().len(), 2);
    assert_eq!(only(&journal).outcome, Some(Outcome::Rejected));
}

#[tokio::test]
async fn values_that_are_secret_or_personal_are_not_recorded() {
    static REMOVE: portone_v1_runtime::internal::Operation =
        portone_v1_runtime::internal::Operation {
            hidden: &["customer_uid"],
            ..crate::fixture::DELETE
        };
    let (server, journal) = (Server::start(well).await, MemoryJournal::new());
    let call = || {
        let call = Call::new(&REMOVE).path("imp_uid", &"imp_1");
        call.body("customer_uid", &"canary-1").body("card_number", &"canary-2")
    };
    let key = || read("canary-3");
    let calls = [
        call().reconcile(Evidence::Absent, read("imp_1")),
        call().reconcile_hidden(Evidence::Absent, key()),
        call().reconcile(Evidence::Absent, read("imp_1")).reconcile_hidden(Evidence::Absent, key()),
    ];
    for call in calls {
        send(&client(&server, journal.clone()), call).await.unwrap();
    }
    let intents = journal.entries().into_iter().map(|entry| entry.intent);
    let (subjects, texts): (Vec<_>, Vec<_>) = intents
        .map(|intent| (intent.subject(), format!("{} {intent:?}", intent.to_json())))
        .unzip();
    assert_eq!(subjects, [Some("imp_uid=imp_1".to_owned()), None, None]);
    for text in texts {
        assert!(text.contains("imp_1") && !text.contains("canary"), "{text}");
    }
}

#[tokio::test]
async fn the_account_is_told_apart_and_not_revealed() {
    let (server, journal) = (Server::start(well).await, MemoryJournal::new());
    let mut accounts = Vec::new();
    for key in ["key-of-one", "key-of-another"] {
        let builder = builder(&server.url()).credentials(key, "canary-secret");
        let client = builder.journal(journal.clone()).build().unwrap();
        send(&client, refund()).await.unwrap();
        let json = journal.entries().pop().unwrap().intent.to_json();
        assert!(!json.contains("key-of") && !json.contains("canary"), "{json}");
        accounts.push(json.split(r#""account":""#).nth(1).unwrap()[..8].to_owned());
    }
    assert_ne!(accounts[0], accounts[1]);
}
