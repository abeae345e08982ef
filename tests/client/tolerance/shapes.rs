//! Twenty-five payments, each with what real ones of its kind say and leave out.

use portone_v1::types::PaymentStatus::{self, Cancelled, Failed, Paid, Ready};

use super::reader::{Edit, Reader, edit};
use crate::raw_json::{Fields, fields};

/// What is in every payment; null, 0 and "" where nothing has happened.
const BARE: &str = r#"{
    "imp_uid": "imp_1", "merchant_uid": "order-1", "pay_method": "card", "channel": "pc",
    "pg_provider": "html5_inicis", "emb_pg_provider": null, "pg_tid": "tid-1", "pg_id": "MID1",
    "escrow": false, "apply_num": null, "bank_code": null, "bank_name": null,
    "card_code": null, "card_name": null, "card_quota": 0, "card_number": null, "card_type": null,
    "vbank_code": null, "vbank_name": null, "vbank_num": null, "vbank_holder": null,
    "vbank_date": 0, "vbank_issued_at": 0, "name": "표", "amount": 1000, "cancel_amount": 0,
    "currency": "KRW", "buyer_name": null, "buyer_email": null, "buyer_tel": null,
    "buyer_addr": null, "buyer_postcode": null, "custom_data": null, "user_agent": "agent",
    "status": "paid", "started_at": 1711065000, "paid_at": 1711065002, "failed_at": 0,
    "cancelled_at": 0, "fail_reason": null, "cancel_reason": null,
    "receipt_url": "https://slips.example/1", "cancel_history": [], "cancel_receipt_urls": [],
    "cash_receipt_issued": false, "customer_uid": null, "customer_uid_usage": null
}"#;

const READY: Edit = ("status", Some(r#""ready""#));
const FAILED: Edit = ("status", Some(r#""failed""#));
const CANCELLED: Edit = ("status", Some(r#""cancelled""#));
const UNPAID: Edit = ("paid_at", Some("0"));
const NO_SLIP: Edit = ("receipt_url", Some(r#""""#));
const VBANK: Edit = ("pay_method", Some(r#""vbank""#));
const REFUND: &str =
    r#"[{"pg_tid":"t","amount":1000,"cancelled_at":1711065009,"reason":"r","receipt_url":"u"}]"#;
const TWO_REFUNDS: &str = r#"[
    {"pg_tid":"t","amount":300,"cancelled_at":1711065009,"reason":"r","cancellation_id":"c"},
    {"pg_tid":"t","amount":200,"cancelled_at":1711065019,"reason":"r","receipt_url":null}
]"#;

/// What it is, how it differs from the bare one, and then status, amount and number of refunds.
type Shape = (&'static str, &'static [Edit], PaymentStatus, &'static str, usize);

const SHAPES: [Shape; 25] = [
    ("nothing but the bare", &[], Paid, "1000", 0),
    ("a card", &[("card_code", Some(r#""361""#)), ("card_type", Some("0")), ("apply_num", Some(r#""30001""#))], Paid, "1000", 0),
    ("a check card", &[("card_type", Some("1")), ("card_number", Some(r#""1234-****""#))], Paid, "1000", 0),
    ("a card without a type", &[("card_type", None), ("card_number", None)], Paid, "1000", 0),
    ("a card with the type \"null\"", &[("card_type", Some(r#""null""#))], Paid, "1000", 0),
    ("a foreign card", &[("card_code", Some(r#""VIS""#)), ("currency", Some(r#""USD""#)), ("amount", Some("10.99"))], Paid, "10.99", 0),
    ("instalments", &[("card_quota", Some("12"))], Paid, "1000", 0),
    ("instalments as text", &[("card_quota", Some(r#""06""#))], Paid, "1000", 0),
    ("a hub", &[("pg_provider", Some(r#""nice_v2""#)), ("emb_pg_provider", Some(r#""kakaopay""#))], Paid, "1000", 0),
    ("a simple pay", &[("pay_method", Some(r#""kakaopay""#)), ("pg_provider", Some(r#""kakaopay""#)), NO_SLIP], Paid, "1000", 0),
    ("points", &[("pay_method", Some(r#""point""#)), ("pg_provider", Some(r#""naverpay""#))], Paid, "1000", 0),
    ("a transfer", &[("pay_method", Some(r#""trans""#)), ("bank_code", Some(r#""004""#)), ("cash_receipt_issued", Some("true"))], Paid, "1000", 0),
    ("a phone bill", &[("pay_method", Some(r#""phone""#)), ("pg_provider", Some(r#""danal""#)), ("pg_id", None)], Paid, "1000", 0),
    ("an account that waits", &[VBANK, READY, UNPAID, NO_SLIP, ("vbank_code", Some(r#""088""#)), ("vbank_date", Some("1893456000"))], Ready, "1000", 0),
    ("an account of the old days", &[VBANK, READY, UNPAID, ("vbank_issued_at", None), ("started_at", None), ("channel", None)], Ready, "1000", 0),
    ("a paid account", &[VBANK, ("vbank_num", Some(r#""56""#)), ("vbank_holder", Some("null"))], Paid, "1000", 0),
    ("a window that was opened", &[READY, UNPAID, ("pg_tid", Some("null")), ("user_agent", Some("null")), ("name", Some("null"))], Ready, "1000", 0),
    ("a failure", &[FAILED, UNPAID, NO_SLIP, ("failed_at", Some("1711065003")), ("fail_reason", Some(r#""no money""#))], Failed, "1000", 0),
    ("a refund", &[CANCELLED, ("cancel_amount", Some("1000")), ("cancelled_at", Some("1711065009")), ("cancel_history", Some(REFUND))], Cancelled, "1000", 1),
    ("two partial refunds", &[("cancel_amount", Some(r#""500""#)), ("cancel_history", Some(TWO_REFUNDS)), ("cancel_receipt_urls", Some("[null,null]"))], Paid, "1000", 2),
    ("an expired account", &[VBANK, CANCELLED, UNPAID, ("cancelled_at", Some("1711065009"))], Cancelled, "1000", 0),
    ("a billing key", &[("channel", Some(r#""api""#)), ("customer_uid", Some(r#""b""#)), ("customer_uid_usage", Some(r#""payment""#))], Paid, "1000", 0),
    ("a new billing key", &[("amount", Some("0")), ("customer_uid", Some(r#""b""#)), ("customer_uid_usage", Some(r#""issue""#))], Paid, "0", 0),
    ("PayPal", &[("pay_method", Some(r#""paypal""#)), ("pg_provider", Some(r#""paypal_v2""#)), ("currency", Some(r#""USD""#)), ("amount", Some(r#""10.10""#))], Paid, "10.10", 0),
    ("a mock of the old days", &[("amount", Some(r#""1000""#)), ("cancel_amount", Some(r#""0""#)), ("failed_at", Some(r#""0""#)), ("cancel_history", Some(r#""""#)), ("cancel_receipt_urls", None)], Paid, "1000", 0),
];

fn shape(edits: &[Edit]) -> Fields {
    let mut payment = fields(BARE);
    for (field, json) in edits {
        assert_ne!(payment.get(*field).map(String::as_str), *json, "{field} is no change");
        edit(&mut payment, field, *json);
    }
    payment
}

#[tokio::test]
async fn all_of_them_are_read() {
    let reader = Reader::new().await;
    for (name, edits, status, amount, refunds) in SHAPES {
        let payment = reader.read(&shape(edits)).await.unwrap();
        assert_eq!(payment.status, status, "{name}");
        assert_eq!(payment.amount.to_string(), amount, "{name}");
        assert_eq!(payment.cancel_history.len(), refunds, "{name}");
        let has_happened = [payment.paid_at, payment.failed_at, payment.cancelled_at].into_iter();
        assert!(has_happened.flatten().all(|time| time.as_second() > 0), "{name}");
    }
}
