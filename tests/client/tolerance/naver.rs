//! The odder answers of the naver operations.

use portone_v1::naver::{
    AccrueNaverPoints, ConfirmNaverPayment, GetNaverProductOrder, GetNaverProductOrders,
    NaverProductOrder,
};
use portone_v1_tests::server::Answer;

use crate::answers::naver::ORDER;
use crate::fixture::{decimal, talk};
use crate::raw_json::{fields, object};

#[tokio::test]
async fn undocumented_responses_accept_any_value() {
    let (client, server) = talk(Answer::ok("null")).await;
    for response in ["null", r#""ok""#, r#""""#, "[]", "{}", "true", "1"] {
        server.answer(Answer::ok(response));
        client.naver().accrue_points(&AccrueNaverPoints::new("imp_1")).await.unwrap();
        client.naver().confirm(&ConfirmNaverPayment::new("imp_1")).await.unwrap();
    }
    server.answer(Answer::json(200, r#"{"code":0,"message":null}"#));
    client.naver().confirm(&ConfirmNaverPayment::new("imp_1")).await.unwrap();
}

#[tokio::test]
async fn a_missing_list_is_empty() {
    let (client, server) = talk(Answer::ok("null")).await;
    for response in ["null", "[]", r#""""#, "{}", "false", "[null]"] {
        server.answer(Answer::ok(response));
        let request = GetNaverProductOrders::new("imp_1");
        assert_eq!(client.naver().product_orders(&request).await.unwrap(), [], "{response}");
    }
}

async fn order(field: &str, json: &str) -> NaverProductOrder {
    let mut order = fields(ORDER);
    order.insert(field.to_owned(), json.to_owned());
    let (client, _server) = talk(Answer::ok(&object(&order))).await;
    let request = GetNaverProductOrder::new("2024032200000001");
    client.naver().product_order(&request).await.unwrap()
}

#[tokio::test]
async fn a_missing_record_is_none() {
    for json in ["null", "[]", r#""""#, "{}", "false"] {
        assert_eq!(order("orderer", json).await.orderer, None, "{json}");
        assert_eq!(order("shipping_address", json).await.shipping_address, None, "{json}");
    }
}

#[tokio::test]
async fn odd_values_are_normalized() {
    assert_eq!(order("quantity", r#""3""#).await.quantity, Some(3));
    assert_eq!(order("product_amount", r#""12000""#).await.product_amount, Some(decimal("12000")));
    assert_eq!(
        order("product_order_id", "2024032200000001").await.product_order_id,
        "2024032200000001"
    );
    assert_eq!(order("shipping_due", r#""0""#).await.shipping_due, None);
    let claim = order("claim_status", r#""OF_TOMORROW""#).await.claim_status;
    assert_eq!(claim.unwrap().code(), "OF_TOMORROW");
}
