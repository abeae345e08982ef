//! Failed webhook deliveries and their retries.

use std::time::Duration;

use portone_v1_fake::{Buyer, Fake};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::{open, pay};
use crate::inbox::{Inbox, closed_port};
use crate::shop::NOW;

#[tokio::test]
async fn a_failed_delivery_is_retried_five_times() {
    let inbox = Inbox::open().await;
    inbox.answer(500);
    let fake = open(&inbox).await;
    fake.retry_webhooks(true);
    pay(&fake, &["order-1"]);
    for minute in 1..=7 {
        fake.wait_until_idle().await;
        assert_eq!(inbox.orders().len(), minute.min(6));
        fake.advance(Duration::from_secs(59));
        fake.wait_until_idle().await;
        assert_eq!(inbox.orders().len(), minute.min(6));
        fake.advance(Duration::from_secs(1));
    }
    let given_up = fake.webhooks().remove(0);
    assert_eq!(
        (given_up.attempts(), given_up.status(), given_up.is_pending()),
        (6, Some(500), false)
    );
}

#[tokio::test]
async fn a_successful_retry_ends_the_deliveries() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    inbox.answer(503);
    pay(&fake, &["not told again"]);
    fake.wait_until_idle().await;
    fake.retry_webhooks(true);
    pay(&fake, &["told again"]);
    fake.wait_until_idle().await;
    inbox.answer(204);
    fake.advance(Duration::from_secs(600));
    fake.wait_until_idle().await;
    assert_eq!(inbox.orders(), ["not told again", "told again", "told again"]);
}

#[tokio::test]
async fn unsent_webhooks_have_a_reason() {
    let fake = Fake::builder().clock_at(NOW).start().await.unwrap();
    let closed = closed_port();
    for (number, url) in [
        "http://shop.example/hook",
        "http://127.0.0.1@shop.example/hook",
        "http://127.0.0.1.shop.example",
        "https://127.0.0.1/hook",
        "shop",
        &format!("http://{}", closed.local_addr().unwrap()),
    ]
    .into_iter()
    .enumerate()
    {
        fake.pay(Buyer::new(format!("order-{number}"), 1).notice_url(url)).unwrap();
    }
    pay(&fake, &["order"]);
    fake.wait_until_idle().await;
    let webhooks = fake.webhooks();
    let problems: Vec<_> = webhooks.iter().map(|one| one.error().unwrap()).collect();
    for (problem, part) in problems.iter().zip([
        "shop.example is not the local machine: allow it with allow_webhooks_to",
        "shop.example is not the local machine",
        "127.0.0.1.shop.example is not the local machine",
        "must begin with http://",
        "http://",
        "refused",
        "no notice_url",
    ]) {
        assert!(problem.contains(part), "{problem}");
    }
    let attempts: Vec<_> = webhooks.iter().map(|one| one.attempts()).collect();
    assert_eq!(attempts, [0, 0, 0, 0, 0, 1, 0]);
}

#[tokio::test]
async fn an_allowed_host_is_called() {
    let fake = Fake::builder().allow_webhooks_to("shop.invalid").start().await.unwrap();
    fake.pay(Buyer::new("order", 1).notice_url("http://shop.invalid/hook")).unwrap();
    fake.wait_until_idle().await;
    let sent = fake.webhooks().remove(0);
    // No name ends in `.invalid`, so this is the resolver's answer.
    assert_eq!((sent.attempts(), sent.status(), sent.error().is_some()), (1, None, true));
}

#[tokio::test]
async fn a_delivery_without_response_times_out() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let builder = Fake::builder()
        .webhook_url(url)
        .webhook_timeouts(Duration::from_secs(10), Duration::from_millis(100));
    let fake = builder.start().await.unwrap();
    pay(&fake, &["order"]);
    fake.wait_until_idle().await;
    assert_eq!(fake.webhooks()[0].error(), Some("the receiver did not respond in time"));
}

/// Answers the first request immediately with a 500, and later ones after a time with a 200.
async fn slow_after_failure(listener: TcpListener, time: Duration) {
    let mut answer = "500 Internal Server Error";
    while let Ok((mut stream, _)) = listener.accept().await {
        assert!(stream.read(&mut [0; 4_096]).await.unwrap() > 0);
        if answer == "200 OK" {
            tokio::time::sleep(time).await;
        }
        let response = format!("HTTP/1.1 {answer}\r\ncontent-length: 0\r\n\r\n");
        // Fails if the sender has given up.
        let _ = stream.write_all(response.as_bytes()).await;
        answer = "200 OK";
    }
}

#[tokio::test]
async fn a_webhook_that_is_sent_again_has_its_own_timeout() {
    let (short, long) = (Duration::from_millis(100), Duration::from_secs(10));
    for (read, resend, status) in [(short, long, Some(200)), (long, short, None)] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let shop = tokio::spawn(slow_after_failure(listener, Duration::from_millis(300)));
        let builder = Fake::builder().clock_at(NOW).webhook_url(url);
        let builder = builder.webhook_timeouts(long, read).webhook_resend_timeout(resend);
        let fake = builder.start().await.unwrap();
        fake.retry_webhooks(true);
        pay(&fake, &["order-1"]);
        fake.wait_until_idle().await;
        assert_eq!(fake.webhooks()[0].status(), Some(500));
        fake.advance(Duration::from_secs(60));
        fake.wait_until_idle().await;
        let sent = fake.webhooks().remove(0);
        assert_eq!((sent.attempts(), sent.status()), (2, status), "{sent:?}");
        shop.abort();
    }
}

#[tokio::test]
async fn only_network_errors_and_5xx_are_sent_again() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    fake.retry_webhooks(true);
    for status in [302, 404, 200] {
        inbox.answer(status);
        pay(&fake, &[&format!("order-{status}")]);
        fake.wait_until_idle().await;
    }
    assert!(fake.webhooks().iter().all(|webhook| !webhook.is_pending()));
    fake.advance(Duration::from_secs(600));
    fake.wait_until_idle().await;
    assert_eq!(inbox.orders(), ["order-302", "order-404", "order-200"]);
}
