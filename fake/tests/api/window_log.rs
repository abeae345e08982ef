//! Requests of the payment window in the log of requests.

use http::Method;
use serde_json::json;

use crate::shop::Shop;
use crate::window_refusals::{act, finish, open, order};

#[tokio::test]
async fn actions_are_logged_with_the_reason_of_a_refusal() {
    let shop = Shop::open().await;
    shop.fake.clear_requests();
    open(&shop, &order("order-1"), json!({})).await;
    finish(&shop, &order("order-1"), json!({ "auto": "pay" })).await;
    open(&shop, &order("order-1"), json!({})).await;
    act(&shop, "certification/open", &json!({}), json!({})).await;
    let paid = "이미 결제가 이루어진 거래건입니다.";
    let requests = shop.fake.requests();
    let logged: Vec<_> = requests
        .iter()
        .map(|one| (one.operation().unwrap(), one.is_success(), one.message()))
        .collect();
    assert_eq!(
        logged,
        [
            ("window.payment.open", true, None),
            ("window.payment.finish", true, None),
            ("window.payment.open", false, Some(paid)),
            ("window.certification.open", true, None),
        ]
    );
    assert_eq!(shop.fake.call_count("window.payment.open"), 2);
    assert_eq!(requests[0].values().unwrap()["params"]["merchant_uid"], "order-1");
    let listed = shop.get("/_fake/requests").await.body;
    let success: Vec<_> =
        listed["requests"].as_array().unwrap().iter().map(|one| one["success"].clone()).collect();
    assert_eq!(success, [json!(true), json!(true), json!(false), json!(true)]);
}

#[tokio::test]
async fn files_are_logged_only_if_they_are_refused() {
    let shop = Shop::open().await;
    shop.fake.clear_requests();
    let page = "/v1/window/?origin=http://localhost:3000";
    for path in ["/v1/iamport.js?auto=pay", page, "/v1/window/window.js"] {
        shop.send_with(Method::GET, path, &[], json!({})).await;
    }
    assert_eq!(shop.fake.request_count(), 0);
    shop.get("/v1/window/none.js").await;
    shop.get("/v1/window/?origin=https://evil.example").await;
    let evil = [("host", "evil.example")];
    shop.send_with(Method::POST, "/v1/window/payment/open", &evil, json!({})).await;
    let requests = shop.fake.requests();
    let logged: Vec<_> = requests.iter().map(|one| (one.operation(), one.status())).collect();
    assert_eq!(
        logged,
        [(None, Some(404)), (None, Some(403)), (Some("window.payment.open"), Some(403))]
    );
    for (request, reason) in requests.iter().zip(["none.js", "evil.example", "evil.example"]) {
        assert!(request.message().unwrap().contains(reason), "{request:?}");
    }
}
