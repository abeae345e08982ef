//! Absent values in all their forms.

use portone_v1::Error;
use portone_v1::types::{Payment, PaymentStatus};
use portone_v1_generator::model::{Field, Item, Shape};

use super::reader::Reader;
use crate::raw_json::fields;
use crate::schema::api;

fn payment_fields() -> &'static [Field] {
    let payment = api().types.iter().find(|ty| ty.name == "Payment");
    match &payment.unwrap().shape {
        Shape::Record(fields) => fields,
        other => panic!("{other:?}"),
    }
}

/// The values that a PHP server sends for an empty field of this type; none stands for a missing field.
fn nothings(field: &Field) -> Vec<Option<&'static str>> {
    let mut nothings = vec![None, Some("null"), Some("[]"), Some("{}")];
    let text = field.ty.item == Item::String && !field.ty.list;
    if !text {
        nothings.extend([Some(r#""""#), Some(r#""null""#)]);
    }
    if !text && field.ty.item != Item::Boolean {
        nothings.push(Some("false"));
    }
    nothings
}

#[track_caller]
fn assert_absent(payment: &Payment, field: &Field) {
    let nothing = match (field.ty.list, field.privacy.hidden()) {
        (true, true) => "[<0 redacted>]",
        (true, false) => "[]",
        (false, _) => "None",
    };
    let line = format!("\n    {}: {nothing},\n", field.name);
    let shown = format!("{payment:#?}");
    assert!(shown.contains(&line), "{}: {shown}", field.name);
}

#[tokio::test]
async fn empty_values_of_any_kind_are_none() {
    let reader = Reader::new().await;
    for field in payment_fields().iter().filter(|field| !field.always_read()) {
        for json in nothings(field) {
            assert_absent(&reader.with(&field.wire, json).await.unwrap(), field);
        }
    }
}

#[tokio::test]
async fn a_minimal_payment_is_read() {
    let quiet = r#"{
        "imp_uid": "imp_1", "merchant_uid": "order-1", "amount": 100,
        "cancel_amount": 0, "status": "ready"
    }"#;
    let payment = Reader::new().await.read(&fields(quiet)).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::Ready);
    for field in payment_fields().iter().filter(|field| !field.always_read()) {
        assert_absent(&payment, field);
    }
}

#[tokio::test]
async fn missing_essential_fields_are_errors() {
    let reader = Reader::new().await;
    for field in payment_fields().iter().filter(|field| field.always_read()) {
        for (json, found) in [(None, "missing"), (Some("null"), "null")] {
            match reader.with(&field.wire, json).await {
                Err(Error::Decode(error)) => {
                    assert_eq!(error.path, format!("$.response.{}", field.wire));
                    assert_eq!(error.found, found);
                }
                other => panic!("{}: {other:?}", field.wire),
            }
        }
    }
}
