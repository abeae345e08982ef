//! Validation: requests that a gateway would reject are not sent.

use portone_v1::Error;
use portone_v1::codes::{Bank, Gateway};
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
    IssueVbank::new("channel-key-1", "order-1", 10_000, Bank::Shinhan, at(1_893_456_000))
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

#[tokio::test]
async fn lengths_are_checked_by_themselves() {
    let (client, server) = talk(Answer::ok("null")).await;
    let request = RegisterPreparedAmount::new("주".repeat(41), 10_000);
    let error = client.prepare().register(&request).await.unwrap_err();
    assert_eq!(violations(Err(error)), ["merchant_uid"]);
    assert_eq!(violations(request.check(&Gateway::Html5Inicis)), ["merchant_uid"]);
    assert!(server.received().is_empty());
}
