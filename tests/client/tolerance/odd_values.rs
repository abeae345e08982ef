//! Values of other kinds than documented, and codes that nobody documented.

use portone_v1::Decimal;
use portone_v1::codes::{Bank, CardCompany};
use portone_v1::types::{CardType, Payment};

use super::reader::Reader;
use crate::fixture::at;

type Check = fn(&Payment) -> bool;

const PAID: i64 = 1_711_065_002;

#[tokio::test]
async fn their_meaning_is_read() {
    let rows: &[(&str, &str, Check)] = &[
        // Codes.
        ("card_type", r#""null""#, |payment| payment.card_type.is_none()),
        ("card_type", "0", |payment| payment.card_type == Some(CardType::Credit)),
        ("card_type", r#""1""#, |payment| payment.card_type == Some(CardType::Check)),
        ("card_type", "2", |payment| code(payment.card_type.as_ref(), CardType::code) == "2"),
        ("vbank_code", r#""020""#, |payment| payment.vbank_code == Some(Bank::Woori)),
        ("card_code", r#""MAS""#, |payment| payment.card_code.as_ref().unwrap().code() == "MAS"),
        ("card_code", "361", |payment| payment.card_code == Some(CardCompany::Bc)),
        // Times.
        ("paid_at", "0", |payment| payment.paid_at.is_none()),
        ("paid_at", r#""0""#, |payment| payment.paid_at.is_none()),
        ("paid_at", "0.0", |payment| payment.paid_at.is_none()),
        ("paid_at", r#""1711065002""#, |payment| payment.paid_at == Some(at(PAID))),
        ("paid_at", "1711065002.75", |payment| payment.paid_at == Some(at(PAID))),
        ("paid_at", r#""1711065002.75""#, |payment| payment.paid_at == Some(at(PAID))),
        ("paid_at", "1.711065002e9", |payment| payment.paid_at == Some(at(PAID))),
        // Numbers.
        ("card_quota", r#""12""#, |payment| payment.card_quota == Some(12)),
        ("card_quota", "12.0", |payment| payment.card_quota == Some(12)),
        ("amount", r#""12000""#, |payment| payment.amount == Decimal::from(12_000)),
        ("amount", r#"" 12000 ""#, |payment| payment.amount == Decimal::from(12_000)),
        ("cancel_amount", r#""0""#, |payment| payment.cancel_amount == Decimal::ZERO),
        ("cancel_amount", "-1", |payment| payment.cancel_amount == Decimal::from(-1)),
        // Booleans.
        ("escrow", "false", |payment| payment.escrow == Some(false)),
        ("escrow", "1", |payment| payment.escrow == Some(true)),
        ("escrow", r#""0""#, |payment| payment.escrow == Some(false)),
        ("escrow", r#""true""#, |payment| payment.escrow == Some(true)),
        // Texts.
        ("receipt_url", r#""""#, |payment| payment.receipt_url.as_deref() == Some("")),
        ("custom_data", r#"{"seat":"A1"}"#, |payment| {
            payment.custom_data.as_deref() == Some(r#"{"seat":"A1"}"#)
        }),
        ("name", "20240322", |payment| payment.name.as_deref() == Some("20240322")),
        ("name", r#""null""#, |payment| payment.name.as_deref() == Some("null")),
        ("name", r#""\ud45c \ub450 \uc7a5""#, |payment| {
            payment.name.as_deref() == Some("표 두 장")
        }),
        ("name", r#""표 \"두\" 장""#, |payment| payment.name.as_deref() == Some("표 \"두\" 장")),
        ("name", r#""\ud83c\udfab""#, |payment| payment.name.as_deref() == Some("🎫")),
        ("receipt_url", r#""https:\/\/a.example\/b""#, |payment| {
            payment.receipt_url.as_deref() == Some("https://a.example/b")
        }),
        // Lists.
        ("cancel_history", "[null]", |payment| payment.cancel_history.is_empty()),
        ("cancel_history", r#""""#, |payment| payment.cancel_history.is_empty()),
        ("cancel_history", "[ ]", |payment| payment.cancel_history.is_empty()),
        // Fields that nobody documented.
        ("sandbox", "true", |payment| payment.imp_uid == "imp_1"),
        ("of_tomorrow", r#"{"a":[1,{"b":null}]}"#, |payment| payment.card_quota == Some(3)),
    ];
    let reader = Reader::new().await;
    for (field, json, check) in rows {
        let payment = reader.with(field, Some(json)).await.unwrap();
        assert!(check(&payment), "{field}: {json} as {payment:#?}");
    }
}

fn code<T>(value: Option<&T>, code: fn(&T) -> &str) -> &str {
    value.map_or("", code)
}

#[tokio::test]
async fn an_undocumented_code_is_kept() {
    let rows: &[(&str, Check)] = &[
        ("pay_method", |payment| payment.pay_method.as_ref().unwrap().code() == "of-tomorrow"),
        ("channel", |payment| payment.channel.as_ref().unwrap().code() == "of-tomorrow"),
        ("pg_provider", |payment| payment.pg_provider.as_ref().unwrap().code() == "of-tomorrow"),
        ("emb_pg_provider", |payment| {
            payment.emb_pg_provider.as_ref().unwrap().code() == "of-tomorrow"
        }),
        ("bank_code", |payment| payment.bank_code.as_ref().unwrap().code() == "of-tomorrow"),
        ("vbank_code", |payment| payment.vbank_code.as_ref().unwrap().code() == "of-tomorrow"),
        ("card_type", |payment| payment.card_type.as_ref().unwrap().code() == "of-tomorrow"),
        ("status", |payment| payment.status.code() == "of-tomorrow"),
        ("customer_uid_usage", |payment| {
            payment.customer_uid_usage.as_ref().unwrap().code() == "of-tomorrow"
        }),
    ];
    let reader = Reader::new().await;
    for (field, check) in rows {
        let payment = reader.with(field, Some(r#""of-tomorrow""#)).await.unwrap();
        assert!(check(&payment), "{field}: {payment:#?}");
    }
}

#[tokio::test]
async fn a_refund_without_its_identifier_is_read() {
    for refund in [
        r#"{"pg_tid":"t","amount":"500","cancelled_at":"1711065002","reason":""}"#,
        r#"{"pg_tid":"t","amount":500,"cancelled_at":1711065002,"reason":"","receipt_url":null}"#,
        r#"{"pg_tid":"t","amount":500.0,"cancelled_at":1711065002,"reason":"","cancellation_id":[]}"#,
    ] {
        let list = format!("[{refund}]");
        let payment = Reader::new().await.with("cancel_history", Some(&list)).await.unwrap();
        let [refund] = payment.cancel_history.as_slice() else { panic!("{payment:?}") };
        assert_eq!((refund.amount, refund.cancelled_at), (Decimal::from(500), Some(at(PAID))));
        assert_eq!((refund.reason.as_deref(), &refund.cancellation_id), (Some(""), &None));
    }
}
