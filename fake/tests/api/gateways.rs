//! Rules of single gateways.

use portone_v1_fake::Buyer;
use serde_json::{Value, json};

use crate::shop::{NOW, Shop};

fn paid(shop: &Shop, gateway: &str) -> String {
    shop.fake.pay(Buyer::new(format!("order-{gateway}"), 10_000).at(gateway)).unwrap()
}

#[tokio::test]
async fn payco_keeps_the_last_status() {
    let shop = Shop::open().await;
    let imp_uid = paid(&shop, "payco");
    let path = format!("/payco/orders/status/{imp_uid}");
    assert_eq!(shop.fake.payco_status(&imp_uid), None);
    for status in ["DELIVERY_START", "CANCELED"] {
        let told = json!({ "status": status });
        assert_eq!(shop.post(&path, told.clone()).await.done(), told);
        assert_eq!(shop.fake.payco_status(&imp_uid).as_deref(), Some(status));
    }
    assert_eq!(shop.get(&format!("/_fake/payco?imp_uid={imp_uid}")).await.body, "CANCELED");
    assert_eq!(shop.get("/_fake/payco?imp_uid=imp_0").await.status, 404);
    let payment = shop.get(&format!("/payments/{imp_uid}")).await.done();
    assert_eq!((&payment["status"], &payment["cancel_amount"]), (&json!("paid"), &json!(0)));

    let told = json!({ "status": "CANCELED" });
    shop.post("/payco/orders/status/imp_0", told.clone()).await.refused(
        200,
        1,
        "존재하지 않는 결제정보입니다.",
    );
    shop.post(&path, json!({ "status": "LOST" })).await.refused(400, -1, "LOST");
    let other = format!("/payco/orders/status/{}", paid(&shop, "kcp"));
    shop.post(&other, told.clone()).await.refused(400, -1, "kcp does not support");
    shop.post("/payments/cancel", json!({ "imp_uid": imp_uid })).await.done();
    shop.post(&path, told).await.refused(400, -1, "is cancelled, not paid");
}

fn digital(imp_uid: &str, status: &str) -> Value {
    json!({
        "imp_uid": imp_uid, "merchant_uid": "order-paymentwall", "type": "digital", "status": status,
        "estimated_delivery_datetime": NOW, "estimated_update_datetime": NOW, "refundable": "yes",
        "shipping_address_email": "a@example.com",
    })
}

#[tokio::test]
async fn paymentwall_keeps_the_last_delivery() {
    let shop = Shop::open().await;
    let imp_uid = paid(&shop, "paymentwall");
    assert_eq!(shop.fake.paymentwall_delivery(&imp_uid), None);
    let accepted = json!({ "error_code": null, "error": null, "notices": [] });
    for status in ["order_placed", "delivered"] {
        let answer = shop.post("/paymentwall/delivery", digital(&imp_uid, status)).await;
        assert_eq!(answer.done(), accepted);
        assert_eq!(shop.fake.paymentwall_delivery(&imp_uid).unwrap()["status"], status);
    }
    let told = shop.get(&format!("/_fake/paymentwall?imp_uid={imp_uid}")).await.body;
    assert_eq!(told, digital(&imp_uid, "delivered"));
}

#[tokio::test]
async fn paymentwall_rejects_with_a_successful_envelope() {
    let shop = Shop::open().await;
    let imp_uid = paid(&shop, "paymentwall");
    let mut parcel = digital(&imp_uid, "delivering");
    parcel["type"] = json!("physical");
    let refused = shop.post("/paymentwall/delivery", parcel).await;
    refused.refused(400, -1, "carrier_tracking_id is missing");
    let mut stray = digital(&imp_uid, "delivered");
    stray["merchant_uid"] = json!("order-2");
    shop.post("/paymentwall/delivery", stray).await.refused(
        200,
        1,
        "존재하지 않는 결제정보입니다.",
    );
    shop.post("/payments/cancel", json!({ "imp_uid": imp_uid })).await.done();
    let answer = shop.post("/paymentwall/delivery", digital(&imp_uid, "delivered")).await.done();
    assert_eq!(answer["notices"], json!(["the payment is not paid"]));
    assert!(answer["error_code"].is_i64(), "{answer}");
    assert_eq!(shop.fake.paymentwall_delivery(&imp_uid), None);
}

fn sale(company: &str, amount: i64) -> Value {
    json!({
        "business_registration_number": "123-45-67890", "company_name": company, "amount": amount,
    })
}

#[tokio::test]
async fn shares_of_sub_merchants_are_limited_to_the_payment() {
    let shop = Shop::open().await;
    let imp_uid = paid(&shop, "html5_inicis");
    let path = format!("/partners/receipts/{imp_uid}");
    let mut book = sale("서점", 5_500);
    let slip = shop.post(&path, json!({ "data": [book, sale("가게", 4_500)] })).await.done();
    assert!(slip["receipt_url"].as_str().unwrap().contains(&imp_uid), "{slip}");
    book["vat_amount"] = json!(500);
    book["tax_free"] = json!(0);
    assert_eq!(shop.fake.partner_sales(&imp_uid).unwrap()[0], book);
    let told = shop.get(&format!("/_fake/partners?imp_uid={imp_uid}")).await.body;
    assert_eq!(told[1]["company_name"], "가게");

    let more = json!({ "data": [book, sale("가게", 4_501)] });
    shop.post(&path, more).await.refused(
        400,
        -1,
        "the sum of the sales is 10001; the maximum is 10000",
    );
    book["tax_free"] = json!(5_001);
    shop.post(&path, json!({ "data": [book] })).await.refused(400, -1, "the maximum is 5500");
    shop.post(&path, json!({ "data": [{}] })).await.refused(400, -1, "data[0].company_name");
    shop.post(&path, json!({ "data": [] })).await.refused(400, -1, "data is missing");
}

#[tokio::test]
async fn only_paid_payments_have_sales_slips() {
    let shop = Shop::open().await;
    let data = json!({ "data": [sale("서점", 1)] });
    shop.post("/partners/receipts/imp_0", data.clone()).await.refused(
        404,
        -1,
        "존재하지 않는 결제정보입니다.",
    );
    let other = format!("/partners/receipts/{}", paid(&shop, "kcp"));
    shop.post(&other, data.clone()).await.refused(501, -1, "kcp does not support");
    let failing = Buyer::new("order-2", 1).at("html5_inicis").failing("no");
    let unpaid = format!("/partners/receipts/{}", shop.fake.pay(failing).unwrap());
    shop.post(&unpaid, data).await.refused(400, -1, "is failed, not paid");
}

#[tokio::test]
async fn kakaopay_orders_are_listed_for_a_valid_day() {
    let shop = Shop::open().await;
    let list = |day: &str| format!("/kakao/payment/orders?payment_request_date={day}");
    for day in ["20240231", "2024-03-22", "today"] {
        shop.get(&list(day)).await.refused(400, -1, "YYYYMMDD");
    }
    shop.get("/kakao/payment/orders").await.refused(400, -1, "payment_request_date is missing");
}

#[tokio::test]
async fn kakao_pay_lists_the_orders_of_a_day() {
    let shop = Shop::open().await; // 2024-03-22 09:00 in Korea
    for number in 1..=21 {
        let buyer = Buyer::new(format!("order-{number}"), 100).at("kakaopay").with("name", "표");
        shop.fake.pay(buyer).unwrap();
    }
    paid(&shop, "payco");
    let path = "/kakao/payment/orders?payment_request_date=20240322";
    let first = shop.get(path).await.done();
    assert_eq!((&first["page"], &first["payment_request_date"]), (&json!(1), &json!("20240322")));
    let order = &first["orders"][0];
    assert_eq!(
        (&order["partner_order_id"], &order["amount"]["total"]),
        (&json!("order-1"), &json!(100))
    );
    let second = shop.get(&format!("{path}&page=2")).await.done();
    assert_eq!(
        (first["orders"].as_array().unwrap().len(), second["orders"].as_array().unwrap().len()),
        (20, 1)
    );
    let other = shop.get("/kakao/payment/orders?payment_request_date=20240323").await.done();
    assert_eq!(other["orders"], json!([]));
}
