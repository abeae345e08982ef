//! The inspector: its page, its events, and the lists that it shows.

use std::time::Duration;

use http::Method;
use portone_v1_fake::Buyer;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::shop::{Received, Shop};

async fn get(shop: &Shop, path: &str, accept: &str) -> Received {
    shop.send_with(Method::GET, path, &[("accept", accept)], json!({})).await
}

#[tokio::test]
async fn a_browser_gets_the_page_and_a_program_the_commands() {
    let shop = Shop::open().await;
    let page = get(&shop, "/_fake/", "text/html,application/xhtml+xml,*/*;q=0.8").await;
    assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("frame-ancestors 'none'") && policy.starts_with("default-src 'none'"));
    let html = String::from_utf8(page.body.to_vec()).unwrap();
    let files: Vec<_> = html.split('"').filter(|it| it.starts_with("/_fake/inspector/")).collect();
    assert_eq!(files.len(), 3);
    for file in files {
        assert_eq!(get(&shop, file, "*/*").await.status, 200, "{file}");
    }
    assert_eq!(get(&shop, "/_fake/inspector/none.js", "*/*").await.status, 404);
    for accept in ["*/*", "application/json"] {
        let commands = get(&shop, "/_fake/", accept).await;
        assert_eq!(commands.headers["content-type"], "application/json; charset=utf-8");
    }
    let foreign = [("accept", "text/html"), ("origin", "https://evil.example")];
    let refused = shop.send_with(Method::GET, "/_fake/", &foreign, json!({})).await;
    assert_eq!(refused.status, 403);
}

#[tokio::test]
async fn payments_are_listed_without_personal_data_unless_it_is_asked_for() {
    let shop = Shop::open().await;
    for order in ["order-1", "order-2", "order-3"] {
        let buyer = Buyer::new(order, 1_000).with("buyer_name", "홍길동").with("name", "책");
        shop.fake.pay(buyer).unwrap();
    }
    let list = shop.get("/_fake/payments?limit=2").await.body;
    let orders: Vec<_> = list.as_array().unwrap().iter().map(|one| &one["merchant_uid"]).collect();
    assert_eq!(orders, ["order-3", "order-2"]);
    assert_eq!((&list[0]["status"], &list[0]["name"]), (&json!("paid"), &json!("책")));
    assert!(!list.to_string().contains("홍길동"));
    let list = shop.get("/_fake/payments?personal=true").await.body;
    assert_eq!(list[0]["buyer_name"], "홍길동");
    assert_eq!(shop.get("/_fake/payments?personal=maybe").await.status, 400);
}

#[tokio::test]
async fn the_log_says_why_a_request_was_refused() {
    let shop = Shop::open().await;
    shop.post("/payments/cancel", json!({ "imp_uid": "imp_0" })).await.refused(200, 1, "");
    let log = shop.get("/_fake/requests?operation=payments.cancel").await.body;
    assert_eq!(log["requests"][0]["message"], "취소할 결제건이 존재하지 않습니다.");
    let log = shop.get("/_fake/requests?operation=users.get_token").await.body;
    assert!(log["requests"].as_array().unwrap().iter().all(|one| one["message"].is_null()));
    assert_eq!(
        shop.fake.calls("payments.cancel")[0].message(),
        Some("취소할 결제건이 존재하지 않습니다.")
    );
}

/// Reads until the text appears again.
async fn next(stream: &mut TcpStream, text: &str) -> String {
    let mut read = String::new();
    let reading = async {
        while !read.contains(text) {
            let mut buffer = [0; 4096];
            let length = stream.read(&mut buffer).await.unwrap();
            assert!(length > 0, "the stream never ends");
            read.push_str(&String::from_utf8_lossy(&buffer[..length]));
        }
    };
    tokio::time::timeout(Duration::from_secs(10), reading).await.expect("an event");
    read
}

#[tokio::test]
async fn an_event_tells_of_every_change() {
    let shop = Shop::open().await;
    let address = shop.fake.url().trim_start_matches("http://").to_owned();
    let mut stream = TcpStream::connect(&address).await.unwrap();
    let request = format!("GET /_fake/events HTTP/1.1\r\nHost: {address}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let first = next(&mut stream, "data:").await;
    assert!(first.contains("content-type: text/event-stream"), "{first}");
    let imp_uid = shop.fake.pay(Buyer::new("order-1", 1_000).by("vbank")).unwrap();
    let issued = next(&mut stream, "data:").await;
    shop.fake.deposit(&imp_uid).unwrap();
    let paid = next(&mut stream, "data:").await;
    shop.fake.advance(Duration::from_secs(3_600));
    let later = next(&mut stream, "data:").await;
    assert!(issued != paid && later.contains("1711069200"), "{issued} {paid} {later}");
}
