//! The record in `error` of the envelope of a rejection.

use portone_v1::kcp_quick::{KcpQuickFidoRejection, ReleaseKcpQuickFido};
use portone_v1::payments::GetPayment;
use portone_v1::{Client, Error};
use portone_v1_tests::server::Answer;

use crate::fixture::talk;

async fn release(client: &Client) -> Error {
    let request = ReleaseKcpQuickFido::new("member-1", "channel-key-1");
    client.kcp_quick().release_fido(&request).await.unwrap_err()
}

async fn rejection(answer: Answer) -> Option<KcpQuickFidoRejection> {
    let (client, _server) = talk(answer).await;
    KcpQuickFidoRejection::of(&release(&client).await)
}

const REFUSED: &str = r#"{"code":1,"message":"등록된 거래가 없습니다.","error":{"code":"C210","message":"거래 없음","more":[1]}}"#;

#[tokio::test]
async fn a_rejection_has_the_record() {
    let (client, _server) = talk(Answer::json(200, REFUSED)).await;
    let error = release(&client).await;
    assert!(matches!(error, Error::Api(_)), "{error:?}");
    let rejection = KcpQuickFidoRejection::of(&error).unwrap();
    assert_eq!(rejection.code.as_deref(), Some("C210"));
    assert_eq!(rejection.message.as_deref(), Some("거래 없음"));
}

/// Other statuses than 200 may have the record too, and a code can be a number.
#[tokio::test]
async fn the_record_is_read_leniently() {
    let body = r#"{"code":-1,"message":"no","response":null,"error":{"code":210}}"#;
    for status in [200, 400] {
        let rejection = rejection(Answer::json(status, body)).await.unwrap();
        assert_eq!((rejection.code.as_deref(), rejection.message), (Some("210"), None), "{status}");
    }
}

#[tokio::test]
async fn a_rejection_without_the_record_has_none() {
    for error in ["null", "\"\"", "\"C210\"", "[]", "[{\"code\":\"C210\"}]", "{}", "210"] {
        let body = format!(r#"{{"code":1,"message":"no","error":{error}}}"#);
        assert_eq!(rejection(Answer::json(200, &*body)).await, None, "{error}");
    }
    assert_eq!(rejection(Answer::json(200, r#"{"code":1,"message":"no"}"#)).await, None);
    assert_eq!(rejection(Answer::html(502, "<html>Bad Gateway</html>")).await, None);
}

#[tokio::test]
async fn another_operation_has_none() {
    let (client, _server) = talk(Answer::json(200, REFUSED)).await;
    let error = client.payments().get(&GetPayment::new("imp_1")).await.unwrap_err();
    assert_eq!(KcpQuickFidoRejection::of(&error), None);
}
