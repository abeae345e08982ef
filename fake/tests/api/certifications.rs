//! Identity verification.

use portone_v1_fake::IdentityHolder;
use serde_json::{Value, json};

use crate::shop::{NOW, Shop};

/// 1990-01-31T00:00:00+09:00
const BORN: i64 = 633_711_600;

fn person() -> Value {
    json!({
        "channel_key": "channel-key-danal", "merchant_uid": "person-1", "name": "홍길동",
        "phone": "010-1234-5678", "birth": "900131", "gender_digit": "1", "carrier": "KT",
        "is_mvno": true,
    })
}

async fn requested(shop: &Shop, request: Value) -> String {
    let pending = shop.post("/certifications/otp/request", request).await.done();
    pending["imp_uid"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_password_completes_a_verification_once() {
    let shop = Shop::open().await;
    let imp_uid = requested(&shop, person()).await;
    let path = format!("/certifications/{imp_uid}");
    let confirm = format!("/certifications/otp/confirm/{imp_uid}");
    let pending = shop.get(&path).await.done();
    assert_eq!((&pending["certified"], &pending["unique_key"]), (&json!(false), &Value::Null));

    shop.post(&confirm, json!({})).await.refused(400, -1, "otp is missing");
    shop.post(&confirm, json!({ "otp": "000000" })).await.refused(400, -1, "otp is incorrect");
    let otp = shop.fake.otp(&imp_uid).unwrap();
    assert!(otp.len() == 6 && otp.bytes().all(|byte| byte.is_ascii_digit()), "{otp}");
    let certified = shop.post(&confirm, json!({ "otp": otp })).await.done();
    assert_eq!((&certified["certified"], &certified["certified_at"]), (&json!(true), &json!(NOW)));
    assert_eq!(shop.get(&path).await.done(), certified);
    shop.post(&confirm, json!({ "otp": otp })).await.refused(400, -1, "already certified");
    shop.post("/certifications/otp/confirm/imp_0", json!({ "otp": otp })).await.refused(
        404,
        -1,
        "인증결과가 존재하지 않습니다.",
    );
}

#[tokio::test]
async fn a_verification_returns_the_persons_data() {
    let shop = Shop::open().await;
    let imp_uid = requested(&shop, person()).await;
    let otp = shop.fake.otp(&imp_uid).unwrap();
    let path = format!("/certifications/otp/confirm/{imp_uid}");
    let certified = shop.post(&path, json!({ "otp": otp })).await.done();
    for (field, expected) in [
        ("merchant_uid", json!("person-1")),
        ("pg_provider", json!("danal")),
        ("name", json!("홍길동")),
        ("gender", json!("male")),
        ("birth", json!(BORN)),
        ("birthday", json!("1990-01-31")),
        ("phone", json!("01012345678")),
        ("carrier", json!("KT_MVNO")),
        ("foreigner", json!(false)),
        ("foreigner_v2", Value::Null),
    ] {
        assert_eq!(certified[field], expected, "{field}");
    }
    assert_eq!(certified["unique_key"].as_str().unwrap().len(), 88);
    assert_eq!(certified["unique_in_site"].as_str().unwrap().len(), 64);
}

#[tokio::test]
async fn verification_in_an_app_needs_no_password() {
    let shop = Shop::open().await;
    let mut request = person();
    request["verification_method"] = json!("APP");
    let refused = shop.post("/certifications/otp/request", request.clone()).await;
    refused.refused(400, -1, "verification_method is not supported by danal");
    request["channel_key"] = json!("channel-key-kcp_v2");
    let imp_uid = requested(&shop, request).await;
    assert!(shop.fake.otp(&imp_uid).unwrap_err().to_string().contains("no one-time password"));
    let path = format!("/certifications/otp/confirm/{imp_uid}");
    assert_eq!(shop.post(&path, json!({})).await.done()["certified"], true);
}

#[tokio::test]
async fn an_impossible_birth_date_is_rejected() {
    let shop = Shop::open().await;
    for (field, value, reason) in [
        ("birth", json!("900231"), "birth must be a date"),
        ("birth", json!("1990-01-31"), "birth must be a date"),
        ("phone", json!("12"), "phone must have 9 to 11 digits"),
        ("gender_digit", json!("9"), "gender_digit has the unknown code"),
        ("carrier", Value::Null, "carrier is missing"),
        ("channel_key", json!("channel-key-nice"), "nice does not support"),
    ] {
        let mut request = person();
        request[field] = value;
        shop.post("/certifications/otp/request", request).await.refused(400, -1, reason);
    }
}

#[tokio::test]
async fn an_erased_verification_is_not_found() {
    let shop = Shop::open().await;
    let imp_uid = shop.fake.certify(IdentityHolder::new("홍길동", "900131", 1)).unwrap();
    let path = format!("/certifications/{imp_uid}");
    let read = shop.get(&path).await.done();
    assert_eq!(shop.delete(&path).await.done(), read);
    shop.delete(&path).await.refused(404, -1, "인증결과가 존재하지 않습니다.");
    shop.get(&path).await.refused(404, -1, "인증결과가 존재하지 않습니다.");
}

#[tokio::test]
async fn a_pending_verification_has_the_given_password() {
    let shop = Shop::open().await;
    let person = || IdentityHolder::new("홍길동", "900131", 1).at("danal").with_imp_uid("imp_1");
    let imp_uid = shop.fake.certify(person().with_pending_otp("000000")).unwrap();
    assert_eq!(imp_uid, "imp_1");
    assert_eq!(shop.get("/certifications/imp_1").await.done()["certified"], false);
    let certified =
        shop.post("/certifications/otp/confirm/imp_1", json!({ "otp": "000000" })).await;
    assert_eq!(certified.done()["certified"], true);
    assert!(shop.fake.certify(person()).unwrap_err().message.contains("imp_1"));
}

#[tokio::test]
async fn verification_in_the_window_completes_at_once() {
    let shop = Shop::open().await;
    let foreigner =
        || IdentityHolder::new("Jane", "05-03-01", 8).with("origin", "https://my.example/");
    let imp_uid = shop.fake.certify(foreigner()).unwrap();
    let read = shop.get(&format!("/certifications/{imp_uid}")).await.done();
    for (field, expected) in [
        ("certified", json!(true)),
        ("birthday", json!("2005-03-01")),
        ("gender", json!("female")),
        ("foreigner", json!(true)),
        ("foreigner_v2", json!(true)),
        ("origin", json!("https://my.example/")),
        ("pg_provider", json!("inicis_unified")),
    ] {
        assert_eq!(read[field], expected, "{field}");
    }
    let confirm = format!("/certifications/otp/confirm/{imp_uid}");
    let refused = shop.post(&confirm, json!({ "otp": "1" })).await;
    refused.refused(400, -1, "inicis_unified does not support");
    assert!(shop.fake.certify(foreigner().at("nice")).is_err());

    // Whoever signs up twice is known everywhere by one key, and within a site by another.
    let again = shop.fake.certify(foreigner().at("kcp_v2")).unwrap();
    let again = shop.get(&format!("/certifications/{again}")).await.done();
    assert_eq!(again["unique_key"], read["unique_key"]);
    assert_ne!(again["unique_in_site"], read["unique_in_site"]);
}

#[tokio::test]
async fn the_password_is_read_over_http() {
    let shop = Shop::open().await;
    let imp_uid = requested(&shop, person()).await;
    let told = shop.get(&format!("/_fake/otp?imp_uid={imp_uid}")).await;
    assert_eq!(told.body, json!({ "otp": shop.fake.otp(&imp_uid).unwrap() }));
    assert_eq!(shop.get("/_fake/otp?imp_uid=imp_0").await.status, 404);
    let born = json!({ "name": "홍길동", "birth": "900131", "gender_digit": "2" });
    let seeded = shop.post("/_fake/certify", born).await.body;
    let path = format!("/certifications/{}", seeded["imp_uid"].as_str().unwrap());
    assert_eq!(shop.get(&path).await.done()["gender"], "female");
    assert_eq!(shop.post("/_fake/certify", json!({ "name": "홍길동" })).await.status, 400);
}
