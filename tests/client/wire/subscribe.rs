use portone_v1::Decimal;
use portone_v1::subscribe::{PayAgain, PayOnce};
use portone_v1::types::{CashReceiptType, ChargeExtra, PaymentStatus, ProductType};

use super::wire_test::WireTest;
use crate::answers::payment;

/// With a fraction.
fn charged() -> String {
    payment::JSON.replace(r#""amount": 12000"#, r#""amount": 12000.10"#)
}

fn once() -> PayOnce {
    PayOnce::new("order-1", Decimal::new(1_200_010, 2), "4092-0230-1234-1234", "2029-03")
}

#[tokio::test]
async fn pay_once() {
    let wire_test = WireTest::of("subscribe.pay_once", &charged()).await;
    let request = once()
        .currency("USD")
        .tax_free(0)
        .vat_amount(Decimal::new(92, 2))
        .vat(1)
        .birth("750710")
        .pwd_2digit("99")
        .cvc("365")
        .customer_uid("buyer-77")
        .pg("nice.MID1")
        .channel_group_id("channel-group-1")
        .name("표 두 장")
        .buyer_name("홍길동")
        .buyer_email("gil@buyer.example")
        .buyer_tel("010-1234-5678")
        .buyer_addr("서울시 중구")
        .buyer_postcode("04524")
        .card_quota(3)
        .interest_free_by_merchant(true)
        .use_card_point(false)
        .custom_data("seats A1, A2")
        .notice_url("https://shop.example/hook")
        .browser_ip("203.0.113.7")
        .secure_3d_charge_id("charge-1")
        .secure_3d_token("3d-token")
        .product_type(ProductType::Digital)
        .promotion_id("promotion-id-1")
        .bypass(r#"{"seat":"front"}"#);
    let payment = wire_test.client.subscribe().pay_once(&request).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::Paid);
    wire_test.sent_exactly(
        &request,
        "POST /subscribe/payments/onetime",
        r#"{
            "merchant_uid": "order-1", "currency": "USD", "amount": 12000.1, "tax_free": 0,
            "vat_amount": 0.92, "vat": 1, "card_number": "4092-0230-1234-1234",
            "expiry": "2029-03", "birth": "750710", "pwd_2digit": "99", "cvc": "365",
            "customer_uid": "buyer-77", "pg": "nice.MID1", "channelGroupId": "channel-group-1",
            "name": "표 두 장", "buyer_name": "홍길동", "buyer_email": "gil@buyer.example",
            "buyer_tel": "010-1234-5678", "buyer_addr": "서울시 중구", "buyer_postcode": "04524",
            "card_quota": 3, "interest_free_by_merchant": true, "use_card_point": false,
            "custom_data": "seats A1, A2", "notice_url": "https://shop.example/hook",
            "browser_ip": "203.0.113.7", "secure_3d_charge_id": "charge-1",
            "secure_3d_token": "3d-token", "product_type": "digital",
            "promotion_id": "promotion-id-1", "bypass": "{\"seat\":\"front\"}"
        }"#,
    );

    wire_test.client.subscribe().pay_once(&once()).await.unwrap();
    wire_test.sent_the_required(
        "POST /subscribe/payments/onetime",
        r#"{
            "merchant_uid": "order-1", "amount": 12000.1,
            "card_number": "4092-0230-1234-1234", "expiry": "2029-03"
        }"#,
    );
}

#[tokio::test]
async fn pay_again() {
    let wire_test = WireTest::of("subscribe.pay_again", payment::JSON).await;
    let request = PayAgain::new("buyer-77", "order-1", 12_000, "표 두 장")
        .currency("KRW")
        .tax_free(2_000)
        .vat_amount(909)
        .vat(1)
        .buyer_name("홍길동")
        .buyer_email("gil@buyer.example")
        .buyer_tel("010-1234-5678")
        .buyer_addr("서울시 중구")
        .buyer_postcode("04524")
        .card_quota(0)
        .interest_free_by_merchant(false)
        .use_card_point(true)
        .custom_data("seats A1, A2")
        .notice_url("https://shop.example/hook")
        .browser_ip("203.0.113.7")
        .product_type(ProductType::Real)
        .product_count(2)
        .cash_receipt_type(CashReceiptType::Person)
        .bypass("{}")
        .extra(ChargeExtra::new().naver_use_cfm("20261231"))
        .promotion_id("promotion-id-1")
        .channel_key("channel-key-1")
        .old_channel_key("channel-key-0");
    let payment = wire_test.client.subscribe().pay_again(&request).await.unwrap();
    assert_eq!(payment.customer_uid.as_deref(), Some("buyer-77"));
    wire_test.sent_exactly(
        &request,
        "POST /subscribe/payments/again",
        r#"{
            "customer_uid": "buyer-77", "merchant_uid": "order-1", "currency": "KRW",
            "amount": 12000, "tax_free": 2000, "vat_amount": 909, "vat": 1, "name": "표 두 장",
            "buyer_name": "홍길동", "buyer_email": "gil@buyer.example",
            "buyer_tel": "010-1234-5678", "buyer_addr": "서울시 중구", "buyer_postcode": "04524",
            "card_quota": 0, "interest_free_by_merchant": false, "use_card_point": true,
            "custom_data": "seats A1, A2", "notice_url": "https://shop.example/hook",
            "browser_ip": "203.0.113.7", "product_type": "real", "product_count": 2,
            "cash_receipt_type": "person", "bypass": "{}", "extra": {"naverUseCfm":"20261231"},
            "promotion_id": "promotion-id-1", "channel_key": "channel-key-1",
            "channelKey": "channel-key-0"
        }"#,
    );

    let request = PayAgain::new("buyer-77", "order-1", 12_000, "표 두 장");
    wire_test.client.subscribe().pay_again(&request).await.unwrap();
    wire_test.sent_the_required(
        "POST /subscribe/payments/again",
        r#"{
            "customer_uid": "buyer-77", "merchant_uid": "order-1", "amount": 12000,
            "name": "표 두 장"
        }"#,
    );
}
