//! Webhooks that are delayed, duplicated or reordered.

use std::time::Duration;

use portone_v1_fake::{Fake, ReleaseOrder};

use super::{open, pay};
use crate::inbox::Inbox;

#[tokio::test]
async fn duplicates_are_sent_as_often_as_requested() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    fake.duplicate_webhooks(3);
    pay(&fake, &["a"]);
    fake.duplicate_webhooks(0);
    pay(&fake, &["b"]);
    fake.wait_until_idle().await;
    assert_eq!(inbox.orders(), ["a", "a", "a"]);
}

#[tokio::test]
async fn delayed_webhooks_are_sent_after_the_delay() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    fake.delay_webhooks(Duration::from_secs(30));
    pay(&fake, &["late"]);
    fake.delay_webhooks(Duration::ZERO);
    pay(&fake, &["early"]);
    fake.advance(Duration::from_secs(29));
    fake.wait_until_idle().await;
    assert_eq!(inbox.orders(), ["early"]);
    assert!(fake.webhooks()[0].is_pending());
    fake.advance(Duration::from_secs(1));
    fake.wait_until_idle().await;
    assert_eq!(inbox.orders(), ["early", "late"]);
}

#[tokio::test]
async fn withheld_webhooks_are_sent_in_the_requested_order() {
    for (order, expected) in [
        (ReleaseOrder::InOrder, ["a", "b", "c", "d"]),
        (ReleaseOrder::Reversed, ["d", "c", "b", "a"]),
    ] {
        let inbox = Inbox::open().await;
        let fake = open(&inbox).await;
        fake.withhold_webhooks();
        pay(&fake, &["a", "b", "c", "d"]);
        fake.advance(Duration::from_secs(3_600));
        fake.wait_until_idle().await;
        assert_eq!(inbox.orders().len(), 0);
        fake.release_webhooks(order);
        fake.wait_until_idle().await;
        assert_eq!(inbox.orders(), expected);
    }
}

async fn shuffled(seed: u64) -> Vec<String> {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    fake.withhold_webhooks();
    pay(&fake, &["a", "b", "c", "d", "e", "f"]);
    fake.release_webhooks(ReleaseOrder::Shuffled(seed));
    fake.wait_until_idle().await;
    inbox.orders()
}

#[tokio::test]
async fn shuffling_is_reproducible_by_seed() {
    let first = shuffled(5).await;
    assert_eq!(first, shuffled(5).await);
    assert_ne!(first, ["a", "b", "c", "d", "e", "f"]);
    let mut sorted = first;
    sorted.sort();
    assert_eq!(sorted, ["a", "b", "c", "d", "e", "f"]);
}

#[tokio::test]
async fn one_withheld_webhook_can_be_released_first() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    fake.withhold_webhooks();
    pay(&fake, &["a", "b"]);
    fake.release_webhook(2).unwrap();
    fake.wait_until_idle().await;
    assert_eq!(inbox.orders(), ["b"]);
    assert!(fake.release_webhook(2).unwrap_err().to_string().contains("no withheld webhook 2"));
}

#[tokio::test]
async fn a_running_clock_sends_delayed_webhooks() {
    let inbox = Inbox::open().await;
    let fake = Fake::builder().webhook_url(&inbox.url).start().await.unwrap();
    fake.delay_webhooks(Duration::from_secs(1));
    pay(&fake, &["order-1"]);
    while inbox.orders().is_empty() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(inbox.orders(), ["order-1"]);
}
