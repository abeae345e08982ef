//! Requests as JSON, as forms, and malformed ones.

use std::collections::BTreeSet;

use http::Method;
use serde_json::json;

use crate::sections;
use crate::shop::Shop;

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn forms_are_accepted_like_json() {
    let shop = Shop::open().await;
    let form = "merchant_uid=order%201&amount=5000.50&currency=USD";
    let prepared = shop.send_as(Method::POST, "/payments/prepare", FORM, form).await.done();
    assert_eq!(prepared, json!({ "merchant_uid": "order 1", "amount": 5000.5, "currency": "USD" }));
}

#[tokio::test]
async fn lists_are_read_with_brackets_indexes_or_neither() {
    let shop = Shop::open().await;
    for number in [1, 2] {
        let order = json!({ "merchant_uid": format!("order-{number}"), "amount": 10, "card_number": "9410-1234-5678-9012", "expiry": "2030-12" });
        shop.post("/subscribe/payments/onetime", order).await.done();
    }
    for query in [
        "merchant_uid[]=order-1&merchant_uid[]=order-2",
        "merchant_uid%5B%5D=order-1&merchant_uid%5B%5D=order-2",
        "merchant_uid[0]=order-1&merchant_uid[1]=order-2",
    ] {
        let found = shop.get(&format!("/payments?{query}")).await.done();
        assert_eq!(found.as_array().unwrap().len(), 2, "{query}");
    }
    let found = shop.get("/payments?merchant_uid=order-1").await.done();
    assert_eq!(found.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn every_validation_error_is_reported() {
    let shop = Shop::open().await;
    let request = json!({ "merchant_uid": "x".repeat(41), "amount": "much", "vbank_code": "none" });
    let answer = shop.post("/vbanks", request).await;
    let message = answer.body["message"].as_str().unwrap().to_owned();
    for part in [
        "channel_key is missing",
        "merchant_uid is 41 characters long; the maximum is 40",
        "amount must be an amount",
        "vbank_code has the unknown code none",
        "vbank_due is missing",
    ] {
        assert!(message.contains(part), "{message}");
    }
    answer.refused(400, -1, "");
}

#[tokio::test]
async fn an_amount_out_of_range_is_rejected() {
    let shop = Shop::open().await;
    let huge = json!({ "imp_uid": "imp_1", "amount": "79228162514264337593543950335" });
    shop.post("/payments/cancel", huge).await.refused(400, -1, "the maximum is");
}

#[tokio::test]
async fn a_malformed_request_is_rejected() {
    let shop = Shop::open().await;
    shop.get("/nowhere").await.refused(404, -1, "no such path");
    shop.put("/users/getToken", json!({})).await.refused(405, -1, "POST");
    for (content_type, body, reason) in [
        ("application/json", "{", "not valid JSON"),
        ("application/json", "[1]", "not a JSON object"),
        ("text/xml", "<a/>", "text/xml"),
        ("", "a=1", "Content-Type"),
    ] {
        let answer = shop.send_as(Method::POST, "/payments/prepare", content_type, body).await;
        answer.refused(400, -1, reason);
    }
}

/// The methods of a path, as the contract lists them.
fn methods(path: &str) -> String {
    let operations = sections::operations();
    let of_path = operations.iter().filter(|operation| operation["path"] == path);
    let methods: BTreeSet<_> = of_path.map(|each| each["method"].as_str().unwrap()).collect();
    methods.into_iter().collect::<Vec<_>>().join(", ")
}

#[tokio::test]
async fn a_405_names_the_allowed_methods() {
    let shop = Shop::open().await;
    for (path, allowed) in [
        ("/payments/cancel", methods("/payments/cancel")),
        ("/payments/prepare/order-1/", methods("/payments/prepare/{merchant_uid}")),
        ("/escrows/logis/imp_1", methods("/escrows/logis/{imp_uid}")),
        ("/_fake/pay", "POST".to_owned()),
        ("/_fake/requests", "GET, DELETE".to_owned()),
    ] {
        let refused = shop.send_with(Method::PATCH, path, &[], json!({})).await;
        assert_eq!((refused.status, &refused.headers["allow"]), (405, &allowed.parse().unwrap()));
    }
    let unknown = shop.send_with(Method::PATCH, "/_fake/nothing", &[], json!({})).await;
    assert_eq!((unknown.status, unknown.headers.get("allow")), (404, None));
}
