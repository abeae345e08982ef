//! Resets while the server waits for the shop.

use std::time::Duration;

use portone_v1_fake::{Buyer, Fake};
use serde_json::json;
use tokio::net::{TcpListener, TcpStream};

use crate::inbox::Inbox;
use crate::shop::{NOW, Shop};
use crate::window_refusals::{finish, order};

/// Time within which the server is idle, far below the time that a receiver has.
const SOON: Duration = Duration::from_secs(5);

async fn is_idle_soon(fake: &Fake) {
    tokio::time::timeout(SOON, fake.wait_until_idle()).await.expect("nothing waits");
}

/// A receiver that takes requests and does not answer.
struct Silent {
    listener: TcpListener,
    url: String,
}

impl Silent {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        Self { listener, url }
    }

    /// Waits for a request, which is open for as long as its stream is held.
    async fn asked(&self) -> TcpStream {
        self.listener.accept().await.unwrap().0
    }
}

#[tokio::test]
async fn a_waiting_confirm_request_delays_no_later_one() {
    let (silent, confirm) = (Silent::open().await, Inbox::open().await);
    let shop = Shop::open().await;
    shop.fake.pay(Buyer::new("order-1", 1_000).confirm_url(&silent.url)).unwrap();
    let _waiting = silent.asked().await;
    shop.fake.reset();
    shop.fake.pay(Buyer::new("order-2", 1_000).confirm_url(&confirm.url)).unwrap();
    is_idle_soon(&shop.fake).await;
    assert_eq!(confirm.orders(), ["order-2"]);
    assert_eq!(shop.get("/payments/find/order-2").await.done()["status"], "paid");
}

#[tokio::test]
async fn a_waiting_webhook_delays_no_later_one() {
    let (silent, inbox) = (Silent::open().await, Inbox::open().await);
    let fake = Fake::builder().clock_at(NOW).webhook_url(&inbox.url).start().await.unwrap();
    fake.pay(Buyer::new("order-1", 1_000).notice_url(&silent.url)).unwrap();
    let _waiting = silent.asked().await;
    fake.reset();
    fake.pay(Buyer::new("order-2", 1_000)).unwrap();
    is_idle_soon(&fake).await;
    assert_eq!(inbox.orders(), ["order-2"]);
    assert_eq!(fake.webhooks().len(), 1);
}

#[tokio::test]
async fn a_webhook_after_the_browser_is_forgotten() {
    let inbox = Inbox::open().await;
    let shop = Shop::at(Fake::builder().clock_at(NOW).webhook_url(&inbox.url)).await;
    finish(&shop, &order("order-1"), json!({ "auto": "pay", "webhook": "after" })).await;
    shop.fake.reset();
    finish(&shop, &order("order-1"), json!({ "auto": "pay", "webhook": "withheld" })).await;
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    is_idle_soon(&shop.fake).await;
    assert!(inbox.told().is_empty(), "the webhook of the later order is withheld");
}
