//! Twenty-five payments, each with what real ones of its kind say and leave out.

use super::reader::Reader;
use crate::raw_json::{Fields, fields};

/// The members of every payment; null, 0 and "" where nothing has happened.
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

/// One payment in each line: how it differs from the bare one, and what is expected of it.
const SHAPES: &str = include_str!("shapes.jsonl");

fn payment(shape: &Fields) -> Fields {
    let mut payment = fields(BARE);
    for (field, json) in fields(&shape["differs"]) {
        assert_ne!(payment[&field], json, "{field} does not differ");
        payment.insert(field, json);
    }
    for field in lacks(shape) {
        payment.remove(&field).unwrap();
    }
    payment
}

fn lacks(shape: &Fields) -> Vec<String> {
    shape.get("lacks").map_or(Vec::new(), |names| serde_json::from_str(names).unwrap())
}

#[tokio::test]
async fn all_of_them_are_read() {
    let reader = Reader::new().await;
    let shapes: Vec<_> = SHAPES.lines().map(fields).collect();
    assert_eq!(shapes.len(), 25);
    for shape in shapes {
        let name = &shape["shape"];
        let payment = reader.read(&payment(&shape)).await.unwrap();
        assert_eq!(format!("{:?}", payment.status.code()), shape["status"], "{name}");
        assert_eq!(format!("{:?}", payment.amount.to_string()), shape["amount"], "{name}");
        assert_eq!(payment.cancel_history.len().to_string(), shape["refunds"], "{name}");
        let times = [payment.paid_at, payment.failed_at, payment.cancelled_at].into_iter();
        assert!(times.flatten().all(|time| time.as_second() > 0), "{name}");
    }
}
