use portone_v1::certifications::{
    ConfirmCertificationOtp, GenderDigit, MobileCarrier, RequestCertificationOtp,
    VerificationMethod,
};
use portone_v1::codes::Gateway;

use super::wire_test::WireTest;
use crate::fixture::at;

fn required() -> RequestCertificationOtp {
    RequestCertificationOtp::new(
        "홍길동",
        "01012345678",
        "19991231",
        GenderDigit::MaleBefore2000,
        MobileCarrier::SkTelecom,
        "channel-key-1",
    )
}

#[tokio::test]
async fn request_otp() {
    let wire_test = WireTest::of("certifications.request_otp", r#"{"imp_uid":"imp_1"}"#).await;
    let request = required()
        .is_mvno(false)
        .company("표 가게")
        .merchant_uid("order-1")
        .pg("danal.MID1")
        .verification_method(VerificationMethod::App)
        .bypass("{}");
    let pending = wire_test.client.certifications().request_otp(&request).await.unwrap();
    assert_eq!(pending.imp_uid, "imp_1");
    wire_test.sent_exactly(
        &request,
        "POST /certifications/otp/request",
        r#"{
            "name": "홍길동", "phone": "01012345678", "birth": "19991231", "gender_digit": "1",
            "carrier": "SKT", "is_mvno": false, "company": "표 가게", "merchant_uid": "order-1",
            "pg": "danal.MID1", "channel_key": "channel-key-1", "verification_method": "APP",
            "bypass": "{}"
        }"#,
    );

    wire_test.client.certifications().request_otp(&required()).await.unwrap();
    wire_test.sent_the_required(
        "POST /certifications/otp/request",
        r#"{
            "name": "홍길동", "phone": "01012345678", "birth": "19991231", "gender_digit": "1",
            "carrier": "SKT", "channel_key": "channel-key-1"
        }"#,
    );
}

#[tokio::test]
async fn confirm_otp() {
    let response = r#"{
        "imp_uid": "imp_1", "pg_provider": "danal", "foreigner": false, "name": "홍길동",
        "birthday": "1999-12-31", "certified": true, "certified_at": 1711065600
    }"#;
    let wire_test = WireTest::of("certifications.confirm_otp", response).await;
    let request = ConfirmCertificationOtp::new("imp_1").otp("123456");
    let person = wire_test.client.certifications().confirm_otp(&request).await.unwrap();
    assert_eq!((person.pg_provider, person.foreigner), (Some(Gateway::Danal), Some(false)));
    assert_eq!((person.certified, person.certified_at), (Some(true), Some(at(1_711_065_600))));
    let line = "POST /certifications/otp/confirm/imp_1";
    wire_test.sent_exactly(&request, line, r#"{"otp":"123456"}"#);

    let request = ConfirmCertificationOtp::new("imp_1");
    wire_test.client.certifications().confirm_otp(&request).await.unwrap();
    wire_test.sent_the_required(line, "{}");
}
