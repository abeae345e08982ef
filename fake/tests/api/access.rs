//! Foreign pages and foreign names, and secrets in the log.

use http::Method;
use portone_v1_fake::Fake;
use serde_json::{Value, json};

use crate::inbox::Inbox;
use crate::shop::{NOW, Received, Shop};

async fn read_log(shop: &Shop, headers: &[(&'static str, &str)]) -> u16 {
    shop.send_with(Method::GET, "/_fake/requests", headers, json!({})).await.status
}

fn message(received: &Received) -> String {
    let body: Value = serde_json::from_slice(&received.body).unwrap();
    body["message"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_name_that_resolves_to_this_machine_is_refused() {
    let shop = Shop::open().await;
    for host in
        ["evil.example", "evil.example:80", "192.0.2.1", "localhost@evil.example", "", "a b"]
    {
        assert_eq!(read_log(&shop, &[("host", host)]).await, 403, "{host}");
    }
    for host in
        ["localhost", "LOCALHOST:1", "localhost.", "shop.localhost", "127.0.0.2", "[::1]:80"]
    {
        assert_eq!(read_log(&shop, &[("host", host)]).await, 200, "{host}");
    }
    let evil = [("host", "evil.example")];
    let refused = shop.send_with(Method::GET, "/payments/imp_1", &evil, json!({})).await;
    assert_eq!(refused.status, 403);
    assert!(message(&refused).contains("the host evil.example is not the server's own"));
    assert_eq!(shop.fake.calls("payments.get")[0].status(), Some(403));
}

#[tokio::test]
async fn a_page_of_another_site_commands_nothing() {
    let shop = Shop::open().await;
    let inbox = Inbox::open().await;
    let forged = json!({ "url": inbox.url, "body": { "imp_uid": "imp_1", "status": "paid" } });
    for origin in ["https://evil.example", "http://localhost.evil.example", "null", "file://"] {
        let headers = [("origin", origin)];
        let forge = shop.send_with(Method::POST, "/_fake/webhooks/forge", &headers, forged.clone());
        assert_eq!(forge.await.status, 403, "{origin}");
        let pay = shop.send_with(Method::POST, "/users/getToken", &headers, json!({})).await;
        assert_eq!(pay.status, 403, "{origin}");
        let asked = shop.send_with(Method::OPTIONS, "/_fake/pay", &headers, json!({})).await;
        assert_eq!(asked.status, 403, "{origin}");
    }
    shop.fake.wait_until_idle().await;
    assert!(inbox.told().is_empty());
    for origin in [shop.fake.url(), "http://localhost:3000", "https://127.0.0.1", "http://[::1]:9"]
    {
        assert_eq!(read_log(&shop, &[("origin", origin)]).await, 200, "{origin}");
    }
}

#[tokio::test]
async fn an_allowed_name_passes_as_host_and_as_origin() {
    let shop = Shop::at(Fake::builder().clock_at(NOW).allow_host("Fake")).await;
    assert_eq!(read_log(&shop, &[("host", "fake:8080")]).await, 200);
    assert_eq!(read_log(&shop, &[("origin", "http://fake:3000")]).await, 200);
    assert_eq!(read_log(&shop, &[("host", "faker")]).await, 403);
    let both = [("host", "fake:8080"), ("origin", "http://evil.example")];
    assert_eq!(read_log(&shop, &both).await, 403);
}

#[tokio::test]
async fn the_log_over_http_shows_no_secret() {
    let shop = Shop::open().await;
    shop.ask_for_token().await;
    let form = "imp_key=imp-key&imp%5Fsecret=imp-secret&size=1";
    let kind = "application/x-www-form-urlencoded";
    shop.send_as(Method::POST, "/users/getToken", kind, form).await;
    let broken = r#"{"imp_secret":"imp-secret""#;
    shop.send_as(Method::POST, "/users/getToken", "application/json", broken).await;
    shop.get("/vbanks/holder?_token=token-1-of-the-fake&bank_code=088").await;
    let card = json!({
        "merchant_uid": "order-1", "amount": 100, "card_number": "9410-1234-5678-9012",
        "expiry": "2030-12", "pwd_2digit": "73",
    });
    shop.post("/subscribe/payments/onetime", card).await.done();
    let log = shop.get("/_fake/requests").await.body.to_string();
    for secret in ["imp-key", "imp-secret", "token-1", "9410-1234", "2030-12", "73"] {
        assert!(!log.contains(secret), "{secret}: {log}");
    }
    for rest in ["size=1", "bank_code=088", "order-1", "<redacted>"] {
        assert!(log.contains(rest), "{rest}: {log}");
    }
    assert_eq!(shop.fake.calls("subscribe.pay_once")[0].values().unwrap()["pwd_2digit"], "73");
}
