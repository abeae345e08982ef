//! Values that cannot be read do not lose a payment, and are recorded with their paths.

use portone_v1::payments::PaymentStatusFilter;
use portone_v1::payments::{
    CancelAmount, CancelPayment, Checksum, GetPayment, ListPaymentsByStatus,
};
use portone_v1::types::Payment;
use portone_v1::{CallOptions, Client, Error, Recorder};
use portone_v1_generator::model::{Field, Item, Shape};
use portone_v1_tests::server::{Answer, Server};

use crate::answers::payment::JSON;
use crate::fixture::{at, talk};
use crate::raw_json::{fields, object};
use crate::schema::api;

/// A client that records its calls.
async fn recording(answer: Answer) -> (Client, Recorder, Server) {
    let (client, server) = talk(answer).await;
    let recorder = Recorder::new();
    (client.with(CallOptions::new().recorder(&recorder)), recorder, server)
}

/// The mismatches of the last call: the path within `response`, and whether the value was read.
fn recorded(recorder: &Recorder) -> Vec<(String, bool)> {
    let record = recorder.last().unwrap();
    assert!(!record.raw_body().is_empty());
    let mismatches = record.mismatches.into_iter();
    mismatches.map(|it| (it.path.replace("$.response", ""), it.repaired)).collect()
}

fn with(name: &str, json: &str) -> String {
    let mut payment = fields(JSON);
    payment.insert(name.to_owned(), json.to_owned());
    object(&payment)
}

async fn read(body: &str) -> (Result<Payment, Error>, Vec<(String, bool)>) {
    let (client, recorder, _server) = recording(Answer::ok(body)).await;
    let result = client.payments().get(&GetPayment::new("imp_1")).await;
    let recorded = recorded(&recorder);
    (result, recorded)
}

/// Refunds, which must not be lost, whatever is odd.
async fn refund(body: &str) -> (Result<Payment, Error>, Vec<(String, bool)>) {
    let (client, recorder, _server) = recording(Answer::ok(body)).await;
    let request = CancelPayment::new(CancelAmount::Full, Checksum::expect(9_000));
    let result = client.payments().cancel(&request.imp_uid("imp_1")).await;
    let recorded = recorded(&recorder);
    (result, recorded)
}

#[tokio::test]
async fn an_odd_value_does_not_lose_a_refund() {
    type Check = fn(&Payment) -> bool;
    let rows: [(&str, &str, &str, bool, Check); 10] = [
        ("card_quota", r#""일시불""#, ".card_quota", false, |it| it.card_quota.is_none()),
        ("escrow", r#""N""#, ".escrow", true, |it| it.escrow == Some(false)),
        ("name", r#""표 \ud83c""#, ".name", true, |it| it.name.as_deref() == Some("표 \u{fffd}")),
        ("paid_at", "1711065002000", ".paid_at", true, |it| it.paid_at == Some(at(1_711_065_002))),
        ("paid_at", r#""2024-03-22""#, ".paid_at", false, |it| it.paid_at.is_none()),
        ("currency", "{\"a\":1}", "", false, |it| it.currency.as_deref() == Some("{\"a\":1}")),
        ("channel", r#"["mobile"]"#, ".channel", false, |it| it.channel.is_none()),
        ("promotion", r#""none""#, ".promotion", false, |it| it.promotion.is_none()),
        ("cancel_history", "7", ".cancel_history", false, |it| it.cancel_history.is_empty()),
        ("sandbox", r#""maybe""#, ".sandbox", false, |it| it.sandbox.is_none()),
    ];
    for (name, json, path, repaired, check) in rows {
        let (result, recorded) = refund(&with(name, json)).await;
        let payment = result.unwrap();
        assert!(check(&payment), "{name}: {json}: {payment:?}");
        let expected = match path {
            "" => vec![],
            path => vec![(path.to_owned(), repaired)],
        };
        assert_eq!(recorded, expected, "{name}: {json}");
    }
}

#[tokio::test]
async fn an_odd_refund_does_not_lose_the_others() {
    let list = r#"[
        {"pg_tid":"t","amount":500,"cancelled_at":1711065002,"reason":null},
        {"pg_tid":"t","amount":"much","cancelled_at":1711065002,"reason":"r"},
        "refund", null,
        {"pg_tid":[1],"amount":700,"cancelled_at":1711065002000,"reason":"\ud800","receipt_url":1}
    ]"#;
    let (result, recorded) = refund(&with("cancel_history", list)).await;
    let payment = result.unwrap();
    let amounts: Vec<_> = payment.cancel_history.iter().map(|it| it.amount).collect();
    assert_eq!(amounts, [500.into(), 700.into()]);
    assert_eq!(payment.cancel_history[0].reason, None);
    let paths = [
        (".cancel_history[1].amount", false),
        (".cancel_history[2]", false),
        (".cancel_history[4].cancelled_at", true),
        (".cancel_history[4].reason", true),
    ];
    assert_eq!(recorded, paths.map(|(path, repaired)| (path.to_owned(), repaired)));
}

/// Values that are of no documented type.
const ODD: [&str; 8] =
    ["true", "7", "-1.5e300", r#""?""#, r#"[[7]]"#, r#"{"?":[{}]}"#, r#""\udc00""#, r#"["?",7]"#];

#[tokio::test]
async fn no_odd_value_of_any_other_field_loses_a_payment() {
    let ty = api().types.iter().find(|ty| ty.name == "Payment").unwrap();
    let Shape::Record(all) = &ty.shape else { panic!() };
    for field in all.iter().filter(|field| !field.essential) {
        for json in ODD {
            let (result, recorded) = read(&with(&field.wire, json)).await;
            let payment = result.unwrap_or_else(|error| panic!("{}: {json}: {error}", field.wire));
            assert_eq!(payment.imp_uid, "imp_1");
            let below = format!(".{}", field.wire);
            assert!(recorded.iter().all(|(path, _)| path.starts_with(&below)), "{recorded:?}");
            let is_read = json == "7" || reads_anything(field);
            assert!(!recorded.is_empty() || is_read, "{}: {json}", field.wire);
        }
    }
}

/// Texts, codes and booleans have a reading for some of the values above.
fn reads_anything(field: &Field) -> bool {
    !matches!(field.ty.item, Item::Integer | Item::Amount | Item::Timestamp) || field.ty.list
}

#[tokio::test]
async fn nothing_is_recorded_for_a_usual_payment() {
    let (result, recorded) = read(JSON).await;
    assert_eq!((result.is_ok(), recorded), (true, vec![]));
}

#[tokio::test]
async fn an_odd_envelope_does_not_lose_a_payment() {
    for (body, path) in [
        (format!("\u{feff}{{\"code\":0,\"response\":{JSON}}}"), "$"),
        (format!("{{\"response\":{JSON}}}"), "$.code"),
        (format!("{{\"code\":null,\"message\":null,\"response\":{JSON}}}"), "$.code"),
    ] {
        let (client, recorder, _server) = recording(Answer::json(200, body)).await;
        let request = CancelPayment::new(CancelAmount::Full, Checksum::expect(9_000));
        let request = request.imp_uid("imp_1");
        let payment = client.payments().cancel(&request).await.unwrap();
        assert_eq!(payment.merchant_uid, "order-1");
        let [mismatch] = &recorder.last().unwrap().mismatches[..] else { panic!() };
        assert_eq!((mismatch.path.as_str(), mismatch.repaired), (path, true));
    }
}

#[tokio::test]
async fn a_bare_list_is_a_page() {
    let answer = Answer::ok(&format!("[{JSON}]"));
    let (client, recorder, _server) = recording(answer).await;
    let request = ListPaymentsByStatus::new(PaymentStatusFilter::Paid);
    let page = client.payments().list_by_status(&request).await.unwrap();
    assert_eq!((page.list.len(), page.total, page.next), (1, None, None));
    assert_eq!(recorded(&recorder), [(String::new(), true)]);
}

/// A list that ends too early, or lacks a payment, would hide money.
#[tokio::test]
async fn what_leads_through_a_list_must_be_readable() {
    let request = ListPaymentsByStatus::new(PaymentStatusFilter::Paid);
    let nameless = with("imp_uid", "null");
    for (page, path) in [
        (format!(r#"{{"total":9,"next":"two","list":[{JSON}]}}"#), "$.response.next"),
        (
            format!(r#"{{"total":9,"next":2,"list":[{JSON},{nameless}]}}"#),
            "$.response.list[1].imp_uid",
        ),
        (r#"{"total":9,"next":2,"list":"none"}"#.to_owned(), "$.response.list"),
    ] {
        let (client, _server) = talk(Answer::ok(&page)).await;
        match client.payments().list_by_status(&request).await {
            Err(Error::Decode(error)) => assert_eq!(error.path, path),
            other => panic!("{other:?}"),
        }
    }
}
