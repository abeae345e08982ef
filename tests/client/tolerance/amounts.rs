//! Money is exact, or it is an error.

use portone_v1::{Decimal, Error};

use super::reader::Reader;
use crate::fixture::decimal;

#[tokio::test]
async fn every_digit_is_kept() {
    let reader = Reader::new().await;
    for (json, amount) in [
        ("12000", "12000"),
        ("10.10", "10.10"),
        ("0.1", "0.1"),
        (r#""0.10""#, "0.10"),
        ("12345678901234.56", "12345678901234.56"),
        ("9007199254740993", "9007199254740993"),
        ("0.30000000000000004", "0.30000000000000004"),
        ("1e3", "1000"),
        ("1.25E1", "12.5"),
        ("79228162514264337593543950335", "79228162514264337593543950335"),
    ] {
        let payment = reader.with("amount", Some(json)).await.unwrap();
        assert_eq!(payment.amount.to_string(), amount, "{json}");
    }
}

#[tokio::test]
async fn sums_are_exact() {
    let reader = Reader::new().await;
    let mut sum = Decimal::ZERO;
    for json in ["0.1", "0.2"] {
        sum += reader.with("amount", Some(json)).await.unwrap().amount;
    }
    assert_eq!(sum, decimal("0.3"));
}

#[tokio::test]
async fn inexact_amounts_are_rejected() {
    let reader = Reader::new().await;
    for json in [
        "0.12345678901234567890123456789012345",
        "79228162514264337593543950336",
        "1e40",
        r#""1,000""#,
        r#""1_000""#,
        r#""0x10""#,
        r#""NaN""#,
        r#""""#,
    ] {
        match reader.with("amount", Some(json)).await {
            Err(Error::Decode(error)) => assert_eq!(error.path, "$.response.amount"),
            other => panic!("{json}: {other:?}"),
        }
    }
}
