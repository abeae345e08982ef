//! Validation: requests that a gateway would reject are not sent.

use portone_v1::Error;
use portone_v1::codes::{Bank, BankCode, Gateway};
use portone_v1::payments::{CancelAmount, CancelPayment, Checksum};
use portone_v1::prepare::RegisterPreparedAmount;
use portone_v1::vbanks::IssueVbank;
use portone_v1_tests::server::Answer;

use crate::fixture::{at, talk};

#[track_caller]
fn violations(result: Result<(), Error>) -> Vec<String> {
    let Err(Error::InvalidRequest(error)) = result else { panic!("{result:?}") };
    error.violations.iter().map(|violation| violation.parameter.clone()).collect()
}

fn account() -> IssueVbank {
    let bank = Bank::Shinhan.at(&Gateway::Html5Inicis).unwrap();
    IssueVbank::new("channel-key-1", "order-1", 10_000, bank, at(1_893_456_000))
}

#[test]
fn missing_values_that_a_gateway_requires_are_errors() {
    let missing = violations(account().check(&Gateway::Html5Inicis));
    assert_eq!(missing, ["pg_api_key", "vbank_holder", "buyer_name", "buyer_email"]);
    let complete = account()
        .pg_api_key("inicis-api-key")
        .vbank_holder("표 가게")
        .buyer_name("홍길동")
        .buyer_email("gil@buyer.example");
    complete.check(&Gateway::Html5Inicis).unwrap();
}

#[test]
fn unsupported_values_of_a_gateway_are_errors() {
    let refund = CancelPayment::new(CancelAmount::Full, Checksum::Unchecked).imp_uid("imp_1");
    let refund = refund.vat_amount(909);
    refund.check(&Gateway::Html5Inicis).unwrap();
    assert_eq!(violations(refund.check(&Gateway::KakaoPay)), ["vat_amount"]);
}

#[test]
fn bank_codes_of_other_gateways_are_errors() {
    let refund = |code| {
        CancelPayment::new(CancelAmount::Full, Checksum::Unchecked)
            .imp_uid("imp_1")
            .refund_bank(code)
    };
    for own in [Gateway::Kcp, Gateway::Html5Inicis, Gateway::Daou, Gateway::TossPayments] {
        let shinhan = refund(Bank::Shinhan.at(&own).unwrap());
        for gateway in [Gateway::Kcp, Gateway::Html5Inicis, Gateway::Daou, Gateway::TossPayments] {
            let checked = shinhan.check(&gateway);
            if own == gateway {
                checked.unwrap();
            } else {
                assert_eq!(violations(checked), ["refund_bank"], "{own} at {gateway}");
            }
        }
    }
    let unlisted = refund(BankCode::unlisted("BK99"));
    assert_eq!(violations(unlisted.check(&Gateway::Kcp)), ["refund_bank"]);
    // The docs list no codes for this gateway, so every code may be right.
    unlisted.check(&Gateway::Ksnet).unwrap();
    let error = unlisted.check(&Gateway::Kcp).unwrap_err().to_string();
    assert!(!error.contains("BK99"), "{error}");
}

#[tokio::test]
async fn lengths_are_checked_by_themselves() {
    let (client, server) = talk(Answer::ok("null")).await;
    let request = RegisterPreparedAmount::new("주".repeat(41), 10_000);
    let error = client.prepare().register(&request).await.unwrap_err();
    assert_eq!(violations(Err(error)), ["merchant_uid"]);
    assert_eq!(violations(request.check(&Gateway::Html5Inicis)), ["merchant_uid"]);
    assert!(server.received().is_empty());
}
