use portone_v1::Decimal;
use portone_v1::codes::NaverDeliveryCompany;
use portone_v1::naver::{
    AccrueNaverPoints, ApproveNaverCancel, ApproveNaverReturn, CancelNaverOrders,
    CollectExchangedNaverOrders, ConfirmNaverPayment, GetNaverCashAmount, GetNaverProductOrder,
    GetNaverProductOrders, GetNaverReviews, NaverCancelReason, NaverClaimStatus,
    NaverConfirmRequester, NaverDeliveryMethod, NaverProductOrder, NaverReturnDeliveryMethod,
    NaverReturnReason, NaverReviewType, NaverWithholdReason, PlaceNaverOrders, ProductOrders,
    RejectNaverReturn, RequestNaverReturn, ResolveNaverReturn, ShipExchangedNaverOrders,
    ShipNaverOrders, WithholdNaverReturn,
};

use super::wire_test::WireTest;
use crate::answers::naver;
use crate::fixture::{at, decimal};

const ORDERS: [&str; 2] = ["2024032200000001", "2024032200000002"];

async fn on_orders(name: &str) -> WireTest {
    WireTest::of(name, &naver::orders()).await
}

#[track_caller]
fn assert_orders(orders: &[NaverProductOrder]) {
    let numbers = orders.iter().map(|order| &*order.product_order_id);
    assert_eq!(numbers.collect::<Vec<_>>(), ORDERS);
    assert_eq!(orders[0].claim_status, Some(NaverClaimStatus::ReturnRequest));
    assert_eq!(orders[1].claim_status, None);
}

#[tokio::test]
async fn cancel() {
    let wire_test = on_orders("naver.cancel").await;
    let request = CancelNaverOrders::new("imp_1", ProductOrders::only(ORDERS))
        .reason(NaverCancelReason::SoldOut);
    assert_orders(&wire_test.client.naver().cancel(&request).await.unwrap());
    wire_test.sent_exactly(
        &request,
        "POST /payments/imp_1/naver/cancel",
        r#"{"product_order_id":["2024032200000001","2024032200000002"],"reason":"SOLD_OUT"}"#,
    );

    wire_test
        .client
        .naver()
        .cancel(&CancelNaverOrders::new("imp_1", ProductOrders::All))
        .await
        .unwrap();
    wire_test.sent_the_required("POST /payments/imp_1/naver/cancel", "{}");
}

#[tokio::test]
async fn approve_cancel() {
    let wire_test = on_orders("naver.approve_cancel").await;
    let request = ApproveNaverCancel::new("imp_1", ProductOrders::only(ORDERS));
    assert_orders(&wire_test.client.naver().approve_cancel(&request).await.unwrap());
    let line = "POST /payments/imp_1/naver/approve-cancel";
    let body = r#"{"product_order_id":["2024032200000001","2024032200000002"]}"#;
    wire_test.sent_exactly(&request, line, body);

    wire_test
        .client
        .naver()
        .approve_cancel(&ApproveNaverCancel::new("imp_1", ProductOrders::All))
        .await
        .unwrap();
    wire_test.sent_the_required(line, "{}");
}

#[tokio::test]
async fn ship() {
    let wire_test = on_orders("naver.ship").await;
    let request = ShipNaverOrders::new(
        "imp_1",
        NaverDeliveryMethod::Delivery,
        at(1_711_065_600),
        ProductOrders::only(ORDERS),
    )
    .delivery_company(NaverDeliveryCompany::CjLogistics)
    .tracking_number("633112345678");
    assert_orders(&wire_test.client.naver().ship(&request).await.unwrap());
    wire_test.sent_exactly(
        &request,
        "POST /payments/imp_1/naver/ship",
        r#"{
            "product_order_id": ["2024032200000001","2024032200000002"],
            "delivery_method": "DELIVERY", "dispatched_at": 1711065600,
            "delivery_company": "CJGLS", "tracking_number": "633112345678"
        }"#,
    );

    let request = ShipNaverOrders::new("imp_1", "NOTHING", at(1_711_065_600), ProductOrders::All);
    wire_test.client.naver().ship(&request).await.unwrap();
    wire_test.sent_the_required(
        "POST /payments/imp_1/naver/ship",
        r#"{"delivery_method":"NOTHING","dispatched_at":1711065600}"#,
    );
}

#[tokio::test]
async fn ship_exchanged() {
    let wire_test = on_orders("naver.ship_exchanged").await;
    let request = ShipExchangedNaverOrders::new(
        "imp_1",
        NaverDeliveryMethod::Delivery,
        ProductOrders::only(ORDERS),
    )
    .delivery_company("A-NEW-COURIER")
    .tracking_number("633112345678");
    assert_orders(&wire_test.client.naver().ship_exchanged(&request).await.unwrap());
    wire_test.sent_exactly(
        &request,
        "POST /payments/imp_1/naver/ship-exchanged",
        r#"{
            "product_order_id": ["2024032200000001","2024032200000002"],
            "delivery_method": "DELIVERY",
            "delivery_company": "A-NEW-COURIER", "tracking_number": "633112345678"
        }"#,
    );

    let request = ShipExchangedNaverOrders::new(
        "imp_1",
        NaverDeliveryMethod::QuickService,
        ProductOrders::All,
    );
    wire_test.client.naver().ship_exchanged(&request).await.unwrap();
    wire_test.sent_the_required(
        "POST /payments/imp_1/naver/ship-exchanged",
        r#"{"delivery_method":"QUICK_SVC"}"#,
    );
}

#[tokio::test]
async fn collect_exchanged() {
    let wire_test = on_orders("naver.collect_exchanged").await;
    let request = CollectExchangedNaverOrders::new("imp_1", ProductOrders::only(ORDERS));
    assert_orders(&wire_test.client.naver().collect_exchanged(&request).await.unwrap());
    let line = "POST /payments/imp_1/naver/collect-exchanged";
    let body = r#"{"product_order_id":["2024032200000001","2024032200000002"]}"#;
    wire_test.sent_exactly(&request, line, body);

    let request = CollectExchangedNaverOrders::new("imp_1", ProductOrders::All);
    wire_test.client.naver().collect_exchanged(&request).await.unwrap();
    wire_test.sent_the_required(line, "{}");
}

#[tokio::test]
async fn place() {
    let wire_test = on_orders("naver.place").await;
    let request = PlaceNaverOrders::new("imp_1", ProductOrders::only(ORDERS));
    assert_orders(&wire_test.client.naver().place(&request).await.unwrap());
    let line = "POST /payments/imp_1/naver/place";
    let body = r#"{"product_order_id":["2024032200000001","2024032200000002"]}"#;
    wire_test.sent_exactly(&request, line, body);

    wire_test
        .client
        .naver()
        .place(&PlaceNaverOrders::new("imp_1", ProductOrders::All))
        .await
        .unwrap();
    wire_test.sent_the_required(line, "{}");
}

#[tokio::test]
async fn request_return() {
    let wire_test = on_orders("naver.request_return").await;
    let request = RequestNaverReturn::new(
        "imp_1",
        NaverReturnDeliveryMethod::ReturnDelivery,
        ProductOrders::only(ORDERS),
    )
    .reason(NaverReturnReason::WrongOption)
    .delivery_company(NaverDeliveryCompany::Logen)
    .tracking_number("633112345678");
    assert_orders(&wire_test.client.naver().request_return(&request).await.unwrap());
    wire_test.sent_exactly(
        &request,
        "POST /payments/imp_1/naver/request-return",
        r#"{
            "product_order_id": ["2024032200000001","2024032200000002"],
            "reason": "WRONG_OPTION", "delivery_method": "RETURN_DELIVERY",
            "delivery_company": "KGB", "tracking_number": "633112345678"
        }"#,
    );

    let request = RequestNaverReturn::new(
        "imp_1",
        NaverReturnDeliveryMethod::ReturnIndividual,
        ProductOrders::All,
    );
    wire_test.client.naver().request_return(&request).await.unwrap();
    wire_test.sent_the_required(
        "POST /payments/imp_1/naver/request-return",
        r#"{"delivery_method":"RETURN_INDIVIDUAL"}"#,
    );
}

#[tokio::test]
async fn approve_return() {
    let wire_test = on_orders("naver.approve_return").await;
    let request = ApproveNaverReturn::new("imp_1", ProductOrders::only(ORDERS)).memo("환불합니다");
    assert_orders(&wire_test.client.naver().approve_return(&request).await.unwrap());
    wire_test.sent_exactly(
        &request,
        "POST /payments/imp_1/naver/approve-return",
        r#"{"product_order_id":["2024032200000001","2024032200000002"],"memo":"환불합니다"}"#,
    );

    wire_test
        .client
        .naver()
        .approve_return(&ApproveNaverReturn::new("imp_1", ProductOrders::All))
        .await
        .unwrap();
    wire_test.sent_the_required("POST /payments/imp_1/naver/approve-return", "{}");
}

#[tokio::test]
async fn reject_return() {
    let wire_test = on_orders("naver.reject_return").await;
    let request = RejectNaverReturn::new("imp_1", "worn already", ProductOrders::only(ORDERS));
    assert_orders(&wire_test.client.naver().reject_return(&request).await.unwrap());
    wire_test.sent_exactly(
        &request,
        "POST /payments/imp_1/naver/reject-return",
        r#"{"product_order_id":["2024032200000001","2024032200000002"],"memo":"worn already"}"#,
    );

    let request = RejectNaverReturn::new("imp_1", "worn already", ProductOrders::All);
    wire_test.client.naver().reject_return(&request).await.unwrap();
    wire_test.sent_the_required(
        "POST /payments/imp_1/naver/reject-return",
        r#"{"memo":"worn already"}"#,
    );
}

#[tokio::test]
async fn withhold_return() {
    let wire_test = on_orders("naver.withhold_return").await;
    let request =
        WithholdNaverReturn::new("imp_1", "please pay the parcel", ProductOrders::only(ORDERS))
            .reason(NaverWithholdReason::ReturnDeliveryFeeAndExtraFee)
            .extra_charge(Decimal::new(250_000, 2));
    assert_orders(&wire_test.client.naver().withhold_return(&request).await.unwrap());
    wire_test.sent_exactly(
        &request,
        "POST /payments/imp_1/naver/withhold-return",
        r#"{
            "product_order_id": ["2024032200000001","2024032200000002"],
            "reason": "RETURN_DELIVERYFEE_AND_EXTRAFEEE", "memo": "please pay the parcel",
            "extra_charge": 2500
        }"#,
    );

    let request = WithholdNaverReturn::new("imp_1", "please pay the parcel", ProductOrders::All);
    wire_test.client.naver().withhold_return(&request).await.unwrap();
    wire_test.sent_the_required(
        "POST /payments/imp_1/naver/withhold-return",
        r#"{"memo":"please pay the parcel"}"#,
    );
}

#[tokio::test]
async fn resolve_return() {
    let wire_test = on_orders("naver.resolve_return").await;
    let request = ResolveNaverReturn::new("imp_1", ProductOrders::only(ORDERS));
    assert_orders(&wire_test.client.naver().resolve_return(&request).await.unwrap());
    let line = "POST /payments/imp_1/naver/resolve-return";
    let body = r#"{"product_order_id":["2024032200000001","2024032200000002"]}"#;
    wire_test.sent_exactly(&request, line, body);

    wire_test
        .client
        .naver()
        .resolve_return(&ResolveNaverReturn::new("imp_1", ProductOrders::All))
        .await
        .unwrap();
    wire_test.sent_the_required(line, "{}");
}

#[tokio::test]
async fn accrue_points() {
    let wire_test = WireTest::of("naver.accrue_points", "null").await;
    let request = AccrueNaverPoints::new("imp_1");
    wire_test.client.naver().accrue_points(&request).await.unwrap();
    wire_test.sent_exactly(&request, "POST /payments/imp_1/naver/point", "{}");
    wire_test.sent_the_required("POST /payments/imp_1/naver/point", "{}");
}

#[tokio::test]
async fn confirm() {
    let wire_test = WireTest::of("naver.confirm", r#""confirmed""#).await;
    let request = ConfirmNaverPayment::new("imp_1").requester(NaverConfirmRequester::Customer);
    wire_test.client.naver().confirm(&request).await.unwrap();
    let line = "POST /payments/imp_1/naver/confirm";
    wire_test.sent_exactly(&request, line, r#"{"requester":"customer"}"#);

    wire_test.client.naver().confirm(&ConfirmNaverPayment::new("imp_1")).await.unwrap();
    wire_test.sent_the_required(line, "{}");
}

#[tokio::test]
async fn product_orders() {
    let wire_test = on_orders("naver.product_orders").await;
    let request = GetNaverProductOrders::new("imp_1");
    assert_orders(&wire_test.client.naver().product_orders(&request).await.unwrap());
    wire_test.sent_exactly(&request, "GET /payments/imp_1/naver/product-orders", "");
    wire_test.sent_the_required("GET /payments/imp_1/naver/product-orders", "");
}

#[tokio::test]
async fn product_order() {
    let wire_test = WireTest::of("naver.product_order", naver::ORDER).await;
    let request = GetNaverProductOrder::new(ORDERS[0]);
    let order = wire_test.client.naver().product_order(&request).await.unwrap();
    assert_eq!((&*order.product_order_id, order.quantity), (ORDERS[0], Some(2)));
    wire_test.sent_exactly(&request, "GET /naver/product-orders/2024032200000001", "");
    wire_test.sent_the_required("GET /naver/product-orders/2024032200000001", "");
}

#[tokio::test]
async fn reviews() {
    let response = format!("[{}]", naver::REVIEW);
    let wire_test = WireTest::of("naver.reviews", &response).await;
    let (from, to) = (at(1_711_065_600), at(1_711_152_000));
    let request = GetNaverReviews::new("channel-key-1", from, to, NaverReviewType::Premium);
    let reviews = wire_test.client.naver().reviews(&request).await.unwrap();
    assert_eq!((reviews.len(), &*reviews[0].review_id), (1, "review-9"));
    let line = "GET /naver/reviews?channel_key=channel-key-1&from=1711065600&to=1711152000&review_type=premium";
    wire_test.sent_exactly(&request, line, "");
    wire_test.sent_the_required(line, "");
}

#[tokio::test]
async fn cash_amount() {
    let wire_test = WireTest::of("naver.cash_amount", naver::CASH_AMOUNT).await;
    let request = GetNaverCashAmount::new("imp_1");
    let cash = wire_test.client.naver().cash_amount(&request).await.unwrap();
    assert_eq!(cash.amount_total, decimal("11000"));
    wire_test.sent_exactly(&request, "GET /payments/imp_1/naver/cash-amount", "");
    wire_test.sent_the_required("GET /payments/imp_1/naver/cash-amount", "");
}
