//! Explicit omissions: the omitted parameter is not sent, and values that the server would treat as
//! omitted are rejected.

use portone_v1::benepia::{MemberCode, PayWithBenepiaPoints};
use portone_v1::naver::{CancelNaverOrders, ProductOrders};
use portone_v1::payments::{CancelAmount, CancelPayment, Checksum};
use portone_v1::schedules::{CancelSchedules, SchedulesToCancel};
use portone_v1::{Client, Decimal, Error};
use portone_v1_tests::server::{Answer, Server};

use crate::answers::payment;
use crate::fixture::talk;

async fn shop() -> (Client, Server) {
    talk(Answer::ok(payment::JSON)).await
}

/// The fields that a validation error names; nothing may have been sent.
#[track_caller]
fn refused<T: std::fmt::Debug>(result: Result<T, Error>, server: &Server) -> Vec<String> {
    let error = result.unwrap_err();
    let Error::InvalidRequest(error) = error else { panic!("{error:?}") };
    assert!(server.received().is_empty());
    error.violations.iter().map(|violation| violation.parameter.clone()).collect()
}

#[tokio::test]
async fn a_refund_sends_amount_and_checksum() {
    let (client, server) = shop().await;
    for (amount, checksum, body) in [
        (CancelAmount::Full, Checksum::Unchecked, r#"{"imp_uid":"imp_1"}"#),
        (CancelAmount::Full, Checksum::expect(9_000), r#"{"imp_uid":"imp_1","checksum":9000}"#),
        (CancelAmount::partial(5_000), Checksum::Unchecked, r#"{"imp_uid":"imp_1","amount":5000}"#),
        (
            CancelAmount::partial(5_000),
            Checksum::expect(9_000),
            r#"{"imp_uid":"imp_1","amount":5000,"checksum":9000}"#,
        ),
    ] {
        let request = CancelPayment::new(amount, checksum).imp_uid("imp_1");
        client.payments().cancel(&request).await.unwrap();
        assert_eq!(server.calls().pop().unwrap().body, body);
    }
}

#[tokio::test]
async fn a_refund_of_zero_is_not_sent() {
    let (client, server) = shop().await;
    for nothing in [Decimal::ZERO, Decimal::new(0, 2), Decimal::new(-5_000, 0)] {
        let amount = CancelAmount::Partial(nothing);
        let request = CancelPayment::new(amount, Checksum::Unchecked).imp_uid("imp_1");
        assert_eq!(refused(client.payments().cancel(&request).await, &server), ["amount"]);
    }
}

#[tokio::test]
async fn charges_are_unscheduled_singly_or_all_explicitly() {
    let (client, server) = talk(Answer::ok(r#"[{"merchant_uid":"order-1"}]"#)).await;
    let none = CancelSchedules::new(SchedulesToCancel::only(Vec::<String>::new()));
    let result = client.schedules().cancel(&none.customer_uid("buyer-77")).await;
    assert_eq!(refused(result, &server), ["merchant_uid"]);
    for (charges, body) in [
        (SchedulesToCancel::All, r#"{"customer_uid":"buyer-77"}"#),
        (
            SchedulesToCancel::only(["order-1"]),
            r#"{"customer_uid":"buyer-77","merchant_uid":["order-1"]}"#,
        ),
    ] {
        let request = CancelSchedules::new(charges).customer_uid("buyer-77");
        client.schedules().cancel(&request).await.unwrap();
        assert_eq!(server.calls().pop().unwrap().body, body);
    }
}

#[tokio::test]
async fn no_product_orders_are_not_all_of_them() {
    let (client, server) = talk(Answer::ok("[]")).await;
    for none in [Vec::new(), vec![""]] {
        let request = CancelNaverOrders::new("imp_1", ProductOrders::only(none));
        let violations = refused(client.naver().cancel(&request).await, &server);
        assert!(violations[0].starts_with("product_order_id"), "{violations:?}");
    }
}

#[tokio::test]
async fn an_empty_member_code_is_not_a_test_payment() {
    let (client, server) = shop().await;
    let request = |member| {
        PayWithBenepiaPoints::new("gil-7", "hunter2", "order-1", 12_000, "표", "channel-1", member)
    };
    let empty = client.benepia().pay(&request(MemberCode::live(""))).await;
    assert_eq!(refused(empty, &server), ["benepia_member_code"]);
    client.benepia().pay(&request(MemberCode::Test)).await.unwrap();
    assert!(!server.calls().pop().unwrap().body.contains("benepia_member_code"));
}
