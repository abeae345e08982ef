//! Webhooks that come late, often, or in another order.

use std::time::Duration;

use portone_v1_fake::{Fake, ReleaseOrder};

use super::{open, pay};
use crate::inbox::Inbox;

#[tokio::test]
async fn duplicates_come_as_often_as_asked() {
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
async fn delayed_ones_come_when_time_has_passed() {
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
async fn withheld_ones_come_in_the_order_that_a_test_wants() {
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
async fn shuffled_alike_with_the_same_seed() {
    let first = shuffled(5).await;
    assert_eq!(first, shuffled(5).await);
    assert_ne!(first, ["a", "b", "c", "d", "e", "f"]);
    let mut sorted = first;
    sorted.sort();
    assert_eq!(sorted, ["a", "b", "c", "d", "e", "f"]);
}

#[tokio::test]
async fn one_can_be_let_go_before_the_others() {
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
async fn a_clock_that_runs_sends_delayed_ones_by_itself() {
    let inbox = Inbox::open().await;
    let fake = Fake::builder().webhook_url(&inbox.url).start().await.unwrap();
    fake.delay_webhooks(Duration::from_secs(1));
    pay(&fake, &["order-1"]);
    while inbox.orders().is_empty() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(inbox.orders(), ["order-1"]);
}
