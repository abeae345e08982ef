use portone_v1::Decimal;
use portone_v1::receipts::{
    IssueExternalReceipt, IssueReceipt, ReceiptIdentifierType, ReceiptType,
};
use portone_v1::types::{PayMethod, ProductType};

use super::wire_test::WireTest;
use crate::fixture::{at, decimal};

const RECEIPT: &str = r#"{
    "imp_uid": "imp_1", "receipt_tid": "tid-1", "apply_num": "30003000", "type": "company",
    "amount": 12000, "vat": "1090.90", "receipt_url": "https://slips.example/1",
    "applied_at": 1711065600, "cancelled_at": 0
}"#;

#[tokio::test]
async fn issue() {
    let wire_test = WireTest::of("receipts.issue", RECEIPT).await;
    let request = IssueReceipt::new("imp_1", "2208183676")
        .product_type(ProductType::Real)
        .identifier_type(ReceiptIdentifierType::Business)
        .receipt_type(ReceiptType::Company)
        .company_tel("02-555-6666")
        .company_name("표 가게")
        .corp_reg_no("1234567890")
        .buyer_name("홍길동")
        .buyer_email("gil@buyer.example")
        .buyer_tel("010-1234-5678")
        .tax_free(2_000)
        .vat(Decimal::new(109_090, 2))
        .vat_amount(Decimal::new(90_950, 2));
    let receipt = wire_test.client.receipts().issue(&request).await.unwrap();
    assert_eq!(
        (receipt.apply_num.as_deref(), receipt.vat),
        (Some("30003000"), Some(decimal("1090.90")))
    );
    assert_eq!(receipt.receipt_type, Some(ReceiptType::Company));
    assert_eq!((receipt.applied_at, receipt.cancelled_at), (Some(at(1_711_065_600)), None));
    wire_test.sent_exactly(
        &request,
        "POST /receipts/imp_1",
        r#"{
            "product_type": "real", "identifier": "2208183676", "identifier_type": "business",
            "type": "company", "company_tel": "02-555-6666", "company_name": "표 가게",
            "corp_reg_no": "1234567890", "buyer_name": "홍길동",
            "buyer_email": "gil@buyer.example", "buyer_tel": "010-1234-5678",
            "tax_free": 2000, "vat": 1090.9, "vat_amount": 909.5
        }"#,
    );

    wire_test.client.receipts().issue(&IssueReceipt::new("imp_1", "01012345678")).await.unwrap();
    wire_test.sent_the_required("POST /receipts/imp_1", r#"{"identifier":"01012345678"}"#);
}

fn external() -> IssueExternalReceipt {
    IssueExternalReceipt::new("order/1", "channel-key-1", "표", 12_000, "01012345678")
}

#[tokio::test]
async fn issue_external() {
    let response = RECEIPT.replace(r#""imp_uid": "imp_1""#, r#""merchant_uid": "order/1""#);
    let wire_test = WireTest::of("receipts.issue_external", &response).await;
    let request = external()
        .product_type(ProductType::Digital)
        .identifier_type(ReceiptIdentifierType::Phone)
        .receipt_type(ReceiptType::Person)
        .buyer_name("홍길동")
        .buyer_email("gil@buyer.example")
        .buyer_tel("010-1234-5678")
        .tax_free(2_000)
        .vat_amount(909)
        .corp_reg_no("1234567890")
        .pay_method(PayMethod::Transfer)
        .pg("nice.MID1");
    let receipt = wire_test.client.receipts().issue_external(&request).await.unwrap();
    assert_eq!((&*receipt.merchant_uid, receipt.amount), ("order/1", decimal("12000")));
    wire_test.sent_exactly(
        &request,
        "POST /receipts/external/order%2F1",
        r#"{
            "channel_key": "channel-key-1", "name": "표", "amount": 12000,
            "product_type": "digital", "identifier": "01012345678", "identifier_type": "phone",
            "type": "person", "buyer_name": "홍길동", "buyer_email": "gil@buyer.example",
            "buyer_tel": "010-1234-5678", "tax_free": 2000, "vat_amount": 909,
            "corp_reg_no": "1234567890", "pay_method": "trans", "pg": "nice.MID1"
        }"#,
    );

    wire_test.client.receipts().issue_external(&external()).await.unwrap();
    wire_test.sent_the_required(
        "POST /receipts/external/order%2F1",
        r#"{
            "channel_key": "channel-key-1", "name": "표", "amount": 12000,
            "identifier": "01012345678"
        }"#,
    );
}
