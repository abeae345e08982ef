use portone_v1::partners::{PartnerSale, RegisterPartnerReceipt};

use super::wire_test::WireTest;

#[tokio::test]
async fn register_receipt() {
    let response = r#"{"receipt_url":"https://slips.example/1"}"#;
    let wire_test = WireTest::of("partners.register_receipt", response).await;
    let sales = [
        PartnerSale::new("2208183676", "첫째 가게", 10_000).tax_free(1_000).vat_amount(818),
        PartnerSale::new("1234567890", "둘째 가게", 2_000),
    ];
    let request = RegisterPartnerReceipt::new("imp_1", sales);
    let receipt = wire_test.client.partners().register_receipt(&request).await.unwrap();
    assert_eq!(receipt.receipt_url.as_deref(), Some("https://slips.example/1"));
    let first = r#"{"business_registration_number":"2208183676","company_name":"첫째 가게","amount":10000,"tax_free":1000,"vat_amount":818}"#;
    let second =
        r#"{"business_registration_number":"1234567890","company_name":"둘째 가게","amount":2000}"#;
    let body = format!(r#"{{"data":[{first},{second}]}}"#);
    wire_test.sent_exactly(&request, "POST /partners/receipts/imp_1", &body);
    wire_test.sent_the_required("POST /partners/receipts/imp_1", &body);
}
