use portone_v1::authentication::GetToken;

use super::wire_test::WireTest;
use crate::fixture::at;

#[tokio::test]
async fn get_token() {
    let wire_test = WireTest::of("authentication.get_token", "null").await;
    let request = GetToken::new("the-key", "the-secret");
    let token = wire_test.client.authentication().get_token(&request).await.unwrap();
    assert_eq!(token.access_token, "token-1");
    assert_eq!((token.now, token.expired_at), (at(1_512_446_940), at(1_512_448_740)));
    let body = r#"{"imp_key":"the-key","imp_secret":"the-secret"}"#;
    wire_test.sent_exactly(&request, "POST /users/getToken", body);
    wire_test.sent_the_required("POST /users/getToken", body);
}
