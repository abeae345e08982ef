//! The envelope in its odder forms.

use portone_v1_tests::server::Answer;

use super::reader::Reader;
use crate::answers::payment;

#[tokio::test]
async fn they_are_successes() {
    let reader = Reader::new().await;
    for (status, before) in [
        (200, r#""code": 0, "message": null"#),
        (200, r#""code": "0", "message": null"#),
        (200, r#""code": 0"#),
        (200, r#""code": 0, "message": "", "of_tomorrow": [1]"#),
        (200, r#""code": 0.0, "message": []"#),
        (201, r#""code": 0, "message": "done""#),
        (207, r#""code": 0, "message": null, "failed": [{"id": 1}]"#),
    ] {
        let body = format!(r#"{{ {before}, "response": {} }}"#, payment::JSON);
        let payment = reader.answer(Answer::json(status, &*body)).await.unwrap();
        assert_eq!(payment.imp_uid, "imp_1", "{before}");
    }
}

/// Some proxies rewrite the type and leave the text as it is.
#[tokio::test]
async fn the_content_type_does_not_matter() {
    let body = format!(r#"{{"code":0,"message":null,"response":{}}}"#, payment::JSON);
    let payment = Reader::new().await.answer(Answer::html(200, body)).await.unwrap();
    assert_eq!(payment.merchant_uid, "order-1");
}
