//! Identity verifications in the browser's window.

use serde_json::{Value, json};

use crate::shop::Shop;
use crate::window_refusals::act;

async fn finish(shop: &Shop, params: &Value, plan: Value) -> Value {
    act(shop, "certification/finish", params, plan).await["callback"].clone()
}

#[tokio::test]
async fn a_person_is_verified_with_the_values_of_the_form() {
    let shop = Shop::open().await;
    let params = json!({
        "merchant_uid": "join-1", "name": "김민지", "phone": "010-1111-2222",
        "channelKey": "channel-key-danal",
    });
    let shown = act(&shop, "certification/open", &params, json!({})).await;
    assert_eq!(
        (&shown["gateway"], &shown["person"]["name"], &shown["person"]["birth"]),
        (&json!("danal"), &json!("김민지"), &json!("900131"))
    );
    let form = json!({ "auto": "pay", "name": "김민지", "birth": "010203", "gender_digit": "4" });
    let report = finish(&shop, &params, form).await;
    assert_eq!((&report["success"], &report["merchant_uid"]), (&json!(true), &json!("join-1")));
    let imp_uid = report["imp_uid"].as_str().unwrap();
    let person = shop.get(&format!("/certifications/{imp_uid}")).await.done();
    let expected = json!({
        "name": "김민지", "birthday": "2001-02-03", "gender": "female", "phone": "01011112222",
        "certified": true, "pg_provider": "danal", "origin": "http://localhost:3000",
    });
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(person[name], *value, "{name}");
    }
}

#[tokio::test]
async fn a_verification_fails_is_closed_or_is_never_reported() {
    let shop = Shop::open().await;
    let params = json!({ "merchant_uid": "join-1" });
    let failed = finish(&shop, &params, json!({ "auto": "fail", "reason": "정보 불일치" })).await;
    assert_eq!((&failed["success"], &failed["error_msg"]), (&json!(false), &json!("정보 불일치")));
    let closed = finish(&shop, &params, json!({ "auto": "close" })).await;
    assert_eq!((&closed["success"], &closed["imp_uid"]), (&json!(false), &Value::Null));
    assert_eq!(finish(&shop, &params, json!({ "auto": "vanish" })).await, Value::Null);
    let wrong = json!({ "auto": "pay", "birth": "not a date" });
    let report = finish(&shop, &params, wrong).await;
    assert!(report["error_msg"].as_str().unwrap().contains("birth"), "{report}");
    let elsewhere = json!({ "pg": "kakaopay" });
    let refused = act(&shop, "certification/open", &elsewhere, json!({})).await;
    assert_eq!(
        (&refused["refused"], &refused["callback"]["imp_uid"]),
        (&json!(true), &Value::Null)
    );
}
