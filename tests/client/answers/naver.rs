use portone_v1::naver::{
    GetNaverCashAmount, GetNaverProductOrder, GetNaverReviews, NaverClaimStatus, NaverClaimType,
    NaverProductOrderStatus,
};
use portone_v1_tests::server::Answer;

use crate::fixture::{at, decimal, talk};

pub(crate) const ORDER: &str = r#"{
    "product_order_id": "2024032200000001", "product_order_status": "DELIVERED",
    "claim_type": "RETURN", "claim_status": "RETURN_REQUEST",
    "product_id": "p-77", "product_name": "티셔츠",
    "product_option_id": "p-77-xl", "product_option_name": "XL",
    "product_amount": 12000, "delivery_amount": 2500, "quantity": 2,
    "orderer": {"name": "홍길동", "id": "gild****", "tel": "010-1111-2222"},
    "shipping_address": {
        "base": "서울시 중구 세종대로 110", "detail": "3층", "postcode": "04524",
        "tel1": "010-3333-4444", "tel2": "02-555-6666", "name": "김영희"
    },
    "shipping_memo": "문 앞에", "shipping_due": 1711152000, "individual_code": "P123456789012"
}"#;

pub(crate) const REVIEW: &str = r#"{
    "review_id": "review-9", "score": "13", "title": "좋아요", "content": "따뜻합니다",
    "product_order_id": "2024032200000001", "product_id": "p-77", "product_name": "티셔츠",
    "product_option_name": "XL", "writer": "encrypted-writer",
    "created_at": 1711065600, "modified_at": 1711069200
}"#;

pub(crate) const CASH_AMOUNT: &str = r#"{
    "amount_total": 11000, "amount_by_npoint": 1000, "amount_by_primary": 10000,
    "amount_supply": 9500, "amount_vat": 1500
}"#;

/// Two product orders, of which the second has little to say.
pub(crate) fn orders() -> String {
    let bare = r#"{
        "product_order_id": "2024032200000002", "product_order_status": "PAYED",
        "product_id": "p-78", "product_name": "모자",
        "product_option_id": "", "product_option_name": "", "quantity": 1
    }"#;
    format!("[{ORDER},{bare}]")
}

#[tokio::test]
async fn a_product_order_is_read() {
    let (client, _server) = talk(Answer::ok(ORDER)).await;
    let order =
        client.naver().product_order(&GetNaverProductOrder::new("2024032200000001")).await.unwrap();
    assert_eq!(order.product_order_id, "2024032200000001");
    assert_eq!(order.product_order_status, NaverProductOrderStatus::Delivered);
    assert_eq!(order.claim_type, Some(NaverClaimType::Return));
    assert_eq!(order.claim_status, Some(NaverClaimStatus::ReturnRequest));
    let product = [order.product_id, order.product_name].map(Option::unwrap);
    assert_eq!(product, ["p-77", "티셔츠"]);
    let option = [order.product_option_id, order.product_option_name].map(Option::unwrap);
    assert_eq!(option, ["p-77-xl", "XL"]);
    assert_eq!(order.product_amount, Some(decimal("12000")));
    assert_eq!(order.delivery_amount, Some(decimal("2500")));
    assert_eq!(order.quantity, Some(2));
    let orderer = order.orderer.unwrap();
    let orderer = [orderer.name, orderer.id, orderer.tel].map(Option::unwrap);
    assert_eq!(orderer, ["홍길동", "gild****", "010-1111-2222"]);
    let address = order.shipping_address.unwrap();
    let place = [address.base, address.postcode].map(Option::unwrap);
    assert_eq!(place, ["서울시 중구 세종대로 110", "04524"]);
    let person = [address.tel1, address.name].map(Option::unwrap);
    assert_eq!(person, ["010-3333-4444", "김영희"]);
    assert_eq!((&*address.detail.unwrap(), &*address.tel2.unwrap()), ("3층", "02-555-6666"));
    assert_eq!(order.shipping_memo.unwrap(), "문 앞에");
    assert_eq!(order.shipping_due, Some(at(1_711_152_000)));
    assert_eq!(order.individual_code.unwrap(), "P123456789012");
}

#[tokio::test]
async fn a_review_is_read() {
    let (client, _server) = talk(Answer::ok(&format!("[{REVIEW}]"))).await;
    let request = GetNaverReviews::new("channel-key-1", at(0), at(1), "general");
    let review = client.naver().reviews(&request).await.unwrap().remove(0);
    assert_eq!((&*review.review_id, review.score.as_deref()), ("review-9", Some("13")));
    let texts = [review.title, review.content].map(Option::unwrap);
    assert_eq!(texts, ["좋아요", "따뜻합니다"]);
    assert_eq!(review.product_order_id.unwrap(), "2024032200000001");
    let product = [review.product_id, review.product_name].map(Option::unwrap);
    assert_eq!(product, ["p-77", "티셔츠"]);
    assert_eq!(review.product_option_name.unwrap(), "XL");
    assert_eq!(review.writer.unwrap(), "encrypted-writer");
    assert_eq!(review.created_at, Some(at(1_711_065_600)));
    assert_eq!(review.modified_at, Some(at(1_711_069_200)));
}

#[tokio::test]
async fn a_cash_amount_is_read() {
    let (client, _server) = talk(Answer::ok(CASH_AMOUNT)).await;
    let cash = client.naver().cash_amount(&GetNaverCashAmount::new("imp_1")).await.unwrap();
    let amounts = [
        (cash.amount_total, "11000"),
        (cash.amount_by_npoint, "1000"),
        (cash.amount_by_primary, "10000"),
        (cash.amount_supply, "9500"),
        (cash.amount_vat, "1500"),
    ];
    for (amount, expected) in amounts {
        assert_eq!(amount.to_string(), expected);
    }
}
