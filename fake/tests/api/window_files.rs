//! The script and the page of the payment window, and the pages that may use them.

use http::Method;
use portone_v1_fake::Fake;
use serde_json::json;

use crate::shop::{NOW, Received, Shop};

const SHOP: &str = "http://localhost:3000";

async fn get(shop: &Shop, path: &str) -> Received {
    shop.send_with(Method::GET, path, &[], json!({})).await
}

fn policy(page: &Received) -> String {
    page.headers["content-security-policy"].to_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_script_and_every_file_of_the_page_are_served() {
    let shop = Shop::open().await;
    let script = get(&shop, "/v1/iamport.js?auto=pay").await;
    assert_eq!(script.status, 200);
    assert_eq!(script.headers["content-type"], "text/javascript; charset=utf-8");
    assert_eq!(script.headers["x-content-type-options"], "nosniff");
    let page = get(&shop, &format!("/v1/window/?origin={SHOP}")).await;
    assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
    let html = String::from_utf8(page.body.to_vec()).unwrap();
    let files: Vec<_> =
        html.split(['"']).filter(|part| part.ends_with(".js") || part.ends_with(".css")).collect();
    assert_eq!(files.len(), 5, "{html}");
    for file in files {
        assert_eq!(get(&shop, &format!("/v1/window/{file}")).await.status, 200, "{file}");
    }
    assert!(!html.contains("style=") && !html.contains("onclick"), "nothing is inline");
    assert_eq!(get(&shop, "/v1/window/none.js").await.status, 404);
    let posted = shop.send_with(Method::POST, "/v1/iamport.js", &[], json!({})).await;
    assert_eq!((posted.status, &posted.headers["allow"]), (405, &"GET".parse().unwrap()));
    let read = get(&shop, "/v1/window/payment/open").await;
    assert_eq!((read.status, &read.headers["allow"]), (405, &"POST".parse().unwrap()));
    assert_eq!(shop.fake.requests().len(), 4, "only the request of the token and what is refused");
}

#[tokio::test]
async fn the_page_is_embedded_by_the_shop_alone() {
    let shop = Shop::at(Fake::builder().clock_at(NOW).allow_host("shop.test")).await;
    for origin in [SHOP, "https://127.0.0.1", "http://shop.test:8080", "http://a.localhost"] {
        let page = get(&shop, &format!("/v1/window/?origin={origin}")).await;
        assert_eq!(page.status, 200, "{origin}");
        assert!(policy(&page).ends_with(&format!("frame-ancestors {origin}")), "{origin}");
        assert!(policy(&page).starts_with("default-src 'none'; script-src 'self';"));
    }
    let origin = "http://[::1]:3000";
    let page = get(&shop, &format!("/v1/window/?origin={origin}")).await;
    assert!(policy(&page).ends_with("frame-ancestors http: https:"), "{origin}");
    for origin in [
        "https://evil.example",
        "null",
        "http://localhost/;",
        "http://a@localhost",
        "http://localhost.evil.example",
        "*",
    ] {
        let page = get(&shop, &format!("/v1/window/?origin={origin}")).await;
        assert_eq!(page.status, 403, "{origin}");
    }
    assert_eq!(get(&shop, "/v1/window/").await.status, 400);
}

#[tokio::test]
async fn only_the_window_pays_and_only_for_a_shop_of_this_machine() {
    let shop = Shop::open().await;
    let own = shop.fake.url().to_owned();
    let body = |origin: &str| {
        let params = json!({ "merchant_uid": "order-1", "amount": 1_000 });
        json!({ "origin": origin, "params": params, "plan": { "auto": "pay" } })
    };
    let path = "/v1/window/payment/finish";
    for (sender, page) in [
        ("https://evil.example", SHOP),
        // The page of the shop itself, or of another program of this machine.
        (SHOP, SHOP),
        ("http://127.0.0.1:1", SHOP),
        // The window, in a page of another site.
        (&own, "https://evil.example"),
        (&own, "null"),
    ] {
        let headers = [("origin", sender)];
        let refused = shop.send_with(Method::POST, path, &headers, body(page)).await;
        assert_eq!(refused.status, 403, "{sender} {page}");
    }
    let missing = json!({ "params": {} });
    assert_eq!(shop.post(path, missing).await.status, 400);
    shop.get("/payments/find/order-1").await.refused(404, -1, "");
    let headers = [("origin", own.as_str())];
    let paid = shop.send_with(Method::POST, path, &headers, body(SHOP)).await;
    assert_eq!(paid.status, 200);
    assert_eq!(shop.get("/payments/find/order-1").await.done()["status"], "paid");
}
