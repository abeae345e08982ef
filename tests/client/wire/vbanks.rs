use portone_v1::Decimal;
use portone_v1::codes::Bank;
use portone_v1::types::ProductType;
use portone_v1::vbanks::{ChangeVbank, FindVbankHolder, IssueVbank, RevokeVbank};

use super::wire_test::WireTest;
use crate::answers::payment;
use crate::fixture::{at, shinhan};

#[tokio::test]
async fn issue() {
    let issued = payment::JSON.replace(r#""amount": 12000"#, r#""amount": 12000.1"#);
    let wire_test = WireTest::of("vbanks.issue", &issued).await;
    let amount = Decimal::new(1_200_010, 2);
    let request = IssueVbank::new("channel-key-1", "order-1", amount, shinhan(), at(1_893_456_000))
        .pg_api_key("key of Inicis/1")
        .product_type(ProductType::Real)
        .vbank_num("56211105948400")
        .vbank_holder("표 가게")
        .vbank_key("buyer-77")
        .name("표 두 장")
        .buyer_name("홍길동")
        .buyer_email("gil@buyer.example")
        .buyer_tel("010-1234-5678")
        .business_registration_number("2208183676")
        .buyer_addr("서울시 중구 세종대로 110")
        .buyer_postcode("04524")
        .pg("inicis.MID1")
        .notice_url(["https://shop.example/a", "https://shop.example/b"])
        .custom_data("seats A1, A2")
        .tax_free(2_000)
        .vat_amount(Decimal::new(90_950, 2))
        .product_count(2)
        .escrow_password("s3cret")
        .fixed_unlimited_vbank(true);
    let payment = wire_test.client.vbanks().issue(&request).await.unwrap();
    assert_eq!(payment.vbank_num.unwrap(), "56211105948400");
    wire_test.sent_exactly(
        &request,
        "POST /vbanks?pg_api_key=key%20of%20Inicis%2F1",
        r#"{
            "channel_key": "channel-key-1", "merchant_uid": "order-1", "amount": 12000.1,
            "vbank_code": "088", "vbank_due": 1893456000,
            "product_type": "real", "product_count": 2, "name": "표 두 장",
            "vbank_num": "56211105948400", "vbank_holder": "표 가게", "vbank_key": "buyer-77",
            "buyer_name": "홍길동", "buyer_email": "gil@buyer.example",
            "buyer_tel": "010-1234-5678", "business_registration_number": "2208183676",
            "buyer_addr": "서울시 중구 세종대로 110", "buyer_postcode": "04524",
            "pg": "inicis.MID1", "custom_data": "seats A1, A2",
            "notice_url": ["https://shop.example/a","https://shop.example/b"],
            "tax_free": 2000, "vat_amount": 909.5,
            "escrow_password": "s3cret", "fixed_unlimited_vbank": true
        }"#,
    );

    let wire_test = WireTest::of("vbanks.issue", payment::JSON).await;
    let due = at(1_893_456_000);
    let request = IssueVbank::new("channel-key-1", "order-1", 12_000, shinhan(), due);
    wire_test.client.vbanks().issue(&request).await.unwrap();
    wire_test.sent_the_required(
        "POST /vbanks",
        r#"{
            "channel_key": "channel-key-1", "merchant_uid": "order-1", "amount": 12000,
            "vbank_code": "088", "vbank_due": 1893456000
        }"#,
    );
}

#[tokio::test]
async fn change() {
    let changed = payment::JSON.replace(r#""amount": 12000"#, r#""amount": 15000"#);
    let wire_test = WireTest::of("vbanks.change", &changed).await;
    let request = ChangeVbank::new("imp_1").amount(15_000).vbank_due(at(1_893_542_400));
    let payment = wire_test.client.vbanks().change(&request).await.unwrap();
    assert_eq!(payment.vbank_date, Some(at(1_893_456_000)));
    let body = r#"{"amount":15000,"vbank_due":1893542400}"#;
    wire_test.sent_exactly(&request, "PUT /vbanks/imp_1", body);

    wire_test.client.vbanks().change(&ChangeVbank::new("imp_1")).await.unwrap();
    wire_test.sent_the_required("PUT /vbanks/imp_1", "{}");
}

#[tokio::test]
async fn revoke() {
    let wire_test = WireTest::of("vbanks.revoke", payment::JSON).await;
    let request = RevokeVbank::new("imp_1").pg_api_key("key-of-inicis");
    let payment = wire_test.client.vbanks().revoke(&request).await.unwrap();
    assert_eq!(payment.merchant_uid, "order-1");
    wire_test.sent_exactly(&request, "DELETE /vbanks/imp_1?pg_api_key=key-of-inicis", "");

    wire_test.client.vbanks().revoke(&RevokeVbank::new("imp_1")).await.unwrap();
    wire_test.sent_the_required("DELETE /vbanks/imp_1", "");
}

#[tokio::test]
async fn find_holder() {
    let wire_test = WireTest::of("vbanks.find_holder", r#"{"bank_holder":"홍길동"}"#).await;
    let request = FindVbankHolder::new(Bank::KbKookmin, "110-123-456789");
    let holder = wire_test.client.vbanks().find_holder(&request).await.unwrap();
    assert_eq!(holder.bank_holder, "홍길동");
    let line = "GET /vbanks/holder?bank_code=004&bank_num=110-123-456789";
    wire_test.sent_exactly(&request, line, "");
    wire_test.sent_the_required(line, "");
}
