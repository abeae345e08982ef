//! Path parameters: a value cannot change the route.

use axum::extract::Path;
use axum::routing::{get, post, put};
use axum::{Json, Router};
use portone_v1::naver::{CancelNaverOrders, GetNaverProductOrder, ProductOrders};
use portone_v1::payments::GetPayment;
use portone_v1::vbanks::{ChangeVbank, RevokeVbank};
use portone_v1::{Client, Error};
use portone_v1_tests::loopback::Loopback;
use portone_v1_tests::server::Answer;
use serde_json::{Value, json};

use crate::fixture::{client, talk};

const VALUES: [(&str, &str); 8] = [
    ("imp_448280090638", "imp_448280090638"),
    ("order/2024/1", "order%2F2024%2F1"),
    ("order?x=1&y", "order%3Fx%3D1%26y"),
    ("100%2F", "100%252F"),
    ("#7", "%237"),
    (" two words ", "%20two%20words%20"),
    ("주문-1", "%EC%A3%BC%EB%AC%B8-1"),
    ("../vbanks/holder", "..%2Fvbanks%2Fholder"),
];

#[tokio::test]
async fn a_value_is_sent_as_one_segment() {
    let (client, server) = talk(Answer::json(404, "{}")).await;
    let sent = || server.calls().pop().unwrap().target;
    for (value, segment) in VALUES {
        client.payments().get(&GetPayment::new(value)).await.unwrap_err();
        assert_eq!(sent(), format!("/payments/{segment}"));
        client.vbanks().change(&ChangeVbank::new(value)).await.unwrap_err();
        assert_eq!(sent(), format!("/vbanks/{segment}"));
        client
            .naver()
            .cancel(&CancelNaverOrders::new(value, ProductOrders::All))
            .await
            .unwrap_err();
        assert_eq!(sent(), format!("/payments/{segment}/naver/cancel"));
        client.naver().product_order(&GetNaverProductOrder::new(value)).await.unwrap_err();
        assert_eq!(sent(), format!("/naver/product-orders/{segment}"));
    }
}

/// Answers with an error whose message is the route and what its placeholder was.
async fn router() -> (Client, Loopback) {
    let named = |name: &'static str| {
        move |Path(value): Path<String>| async move {
            Json(json!({ "code": 1, "message": format!("{name}: {value}") }))
        }
    };
    let token = json!({ "access_token": "t", "now": 0, "expired_at": 1800 });
    let token: Value = json!({ "code": 0, "response": token });
    let router = Router::new()
        .route("/users/getToken", post(|| async { Json(token) }))
        .route("/payments/{imp_uid}", get(named("get")))
        .route("/payments/{imp_uid}/naver/cancel", post(named("cancel")))
        .route("/vbanks/holder", get(|| async { "the wrong place" }))
        .route("/vbanks/{imp_uid}", put(named("change")).delete(named("revoke")));
    let loopback = Loopback::serve(router).await.unwrap();
    (client(loopback.url()), loopback)
}

fn message<T>(result: Result<T, Error>) -> String {
    result.map(drop).unwrap_err().message().unwrap().to_owned()
}

#[tokio::test]
async fn a_router_finds_the_route_and_the_value() {
    let (client, _router) = router().await;
    for (value, _) in VALUES {
        let got = client.payments().get(&GetPayment::new(value)).await;
        assert_eq!(message(got), format!("get: {value}"));
        let cancelled =
            client.naver().cancel(&CancelNaverOrders::new(value, ProductOrders::All)).await;
        assert_eq!(message(cancelled), format!("cancel: {value}"));
        let changed = client.vbanks().change(&ChangeVbank::new(value)).await;
        assert_eq!(message(changed), format!("change: {value}"));
        let revoked = client.vbanks().revoke(&RevokeVbank::new(value)).await;
        assert_eq!(message(revoked), format!("revoke: {value}"));
    }
}

#[tokio::test]
async fn path_traversal_is_not_sent() {
    let (client, server) = talk(Answer::ok("null")).await;
    for value in ["", ".", ".."] {
        let error = client.vbanks().revoke(&RevokeVbank::new(value)).await.unwrap_err();
        let Error::InvalidRequest(error) = error else { panic!("{error:?}") };
        assert_eq!(
            (error.operation, &*error.violations[0].parameter),
            ("vbanks.revoke", "imp_uid")
        );
    }
    assert!(server.received().is_empty());
}

/// Left out, it would mean all product orders.
#[tokio::test]
async fn an_empty_list_is_not_sent() {
    let (client, server) = talk(Answer::ok("[]")).await;
    let request = CancelNaverOrders::new("imp_1", ProductOrders::only(Vec::<String>::new()));
    let error = client.naver().cancel(&request).await.unwrap_err();
    let Error::InvalidRequest(error) = error else { panic!("{error:?}") };
    assert_eq!(error.violations[0].parameter, "product_order_id");
    assert!(server.received().is_empty());
}
