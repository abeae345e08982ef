use portone_v1::codes::Bank;
use portone_v1::institutions::{GetBank, ListCardCompanies};

use super::wire_test::WireTest;

#[tokio::test]
async fn list_cards() {
    let response = r#"[{"code":"361","name":"BC카드"},{"code":366,"name":"신한카드"}]"#;
    let wire_test = WireTest::of("institutions.list_cards", response).await;
    let request = ListCardCompanies::new();
    let cards = wire_test.client.institutions().list_cards(&request).await.unwrap();
    let codes: Vec<_> = cards.iter().map(|card| (&*card.code, card.name.as_deref())).collect();
    assert_eq!(codes, [("361", Some("BC카드")), ("366", Some("신한카드"))]);
    wire_test.sent_exactly(&request, "GET /cards", "");
    wire_test.sent_the_required("GET /cards", "");
}

#[tokio::test]
async fn get_bank() {
    let wire_test = WireTest::of("institutions.get_bank", r#"{"code":"004","name":"국민"}"#).await;
    let request = GetBank::new(Bank::KbKookmin);
    let bank = wire_test.client.institutions().get_bank(&request).await.unwrap();
    assert_eq!((&*bank.code, bank.name.as_deref()), ("004", Some("국민")));
    wire_test.sent_exactly(&request, "GET /banks/004", "");
    wire_test.sent_the_required("GET /banks/004", "");
}
