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
}

#[tokio::test]
async fn a_phone_returns_with_success() {
    let shop = Shop::open().await;
    let params = json!({ "merchant_uid": "join-1" });
    for (plan, success) in [(json!({ "auto": "pay" }), true), (json!({ "auto": "close" }), false)] {
        let done = act(&shop, "certification/finish", &params, plan).await;
        let query = done["redirect_query"].as_str().unwrap();
        assert!(query.contains(&format!("success={success}")) && !query.contains("imp_success"));
        assert_eq!(done["refused"], Value::Null);
    }
}

#[tokio::test]
async fn danal_alone_suggests_and_restricts_the_person() {
    let shop = Shop::open().await;
    for (carrier, choices) in [
        (json!("KTF"), json!(["KT"])),
        (json!("MVNO"), json!(["SKT_MVNO", "KT_MVNO", "LGT_MVNO"])),
        (Value::Null, json!(["SKT", "KT", "LGT", "SKT_MVNO", "KT_MVNO", "LGT_MVNO"])),
    ] {
        let params = json!({ "pg": "danal.cpid", "name": "김민지", "carrier": carrier });
        let shown = act(&shop, "certification/open", &params, json!({})).await;
        assert_eq!(shown["carriers"], choices);
        let person = (&shown["person"]["name"], &shown["person"]["carrier"]);
        assert_eq!(person, (&json!("김민지"), &choices[0]));
    }
    let params =
        json!({ "pg": "inicis_unified", "name": "김민지", "carrier": "KTF", "min_age": 99 });
    let shown = act(&shop, "certification/open", &params, json!({})).await;
    assert_eq!(
        (&shown["person"]["name"], &shown["person"]["carrier"]),
        (&json!("홍길동"), &json!("SKT"))
    );
    assert_eq!(finish(&shop, &params, json!({ "auto": "pay" })).await["success"], true);
}

#[tokio::test]
async fn danal_verifies_no_one_who_is_too_young_or_at_another_carrier() {
    let shop = Shop::open().await;
    // The clock stands at 22 March 2024 in Korea.
    for (birth, min_age, message) in [
        ("050322", json!(19), None),
        ("050323", json!(19), Some("the person is 18 years old; min_age is 19")),
        ("050323", json!("18"), None),
        ("050323", json!(""), None),
        ("050323", json!("old"), Some("min_age must be a number of years")),
    ] {
        let params = json!({ "pg": "danal", "min_age": min_age });
        let form = json!({ "auto": "pay", "birth": birth, "gender_digit": "3" });
        let report = finish(&shop, &params, form).await;
        assert_eq!(report["error_msg"].as_str(), message, "{birth} {min_age}");
        assert_eq!(report["success"], message.is_none());
    }
    let params = json!({ "pg": "danal", "carrier": "MVNO" });
    let elsewhere = finish(&shop, &params, json!({ "auto": "pay", "carrier": "SKT" })).await;
    assert!(elsewhere["error_msg"].as_str().unwrap().contains("SKT_MVNO"), "{elsewhere}");
    let verified = finish(&shop, &params, json!({ "auto": "pay" })).await;
    let path = format!("/certifications/{}", verified["imp_uid"].as_str().unwrap());
    assert_eq!(shop.get(&path).await.done()["carrier"], "SKT_MVNO");
    let wrong = json!({ "pg": "danal", "carrier": "KT" });
    let refused = act(&shop, "certification/open", &wrong, json!({})).await;
    assert_eq!(refused["refused"], true, "{refused}");
}
