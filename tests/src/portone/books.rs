//! What is remembered.

use std::collections::BTreeMap;

use portone_v1::Timestamp;
use serde_json::{Value, json};

use super::answer::Refusal;

/// Everything as JSON, in the shape of real answers.
#[derive(Default)]
pub(super) struct Books {
    /// In the order in which they were started.
    pub(super) payments: Vec<Value>,
    /// By `customer_uid`.
    pub(super) billing_keys: BTreeMap<String, Value>,
    /// In the order in which they were made.
    pub(super) schedules: Vec<Value>,
    /// Whether the connection breaks in the next answer to a call that changes something.
    pub(super) lose_next_answer: bool,
}

impl Books {
    /// Enters a payment with these fields and returns its `imp_uid`.
    pub(super) fn enter(&mut self, fields: &Value) -> String {
        let number = self.payments.len() + 1;
        let imp_uid = format!("imp_{number:012}");
        let mut payment = blank(&imp_uid);
        for (name, value) in fields.as_object().into_iter().flatten() {
            payment[name] = value.clone();
        }
        self.payments.push(payment);
        imp_uid
    }

    pub(super) fn payment(&mut self, imp_uid: &str) -> Result<&mut Value, Refusal> {
        let found = self.payments.iter_mut().find(|payment| payment["imp_uid"] == imp_uid);
        found.ok_or(Refusal::UnknownPayment)
    }
}

/// A payment that nothing has happened to: null and 0, and no `sandbox`, as in real answers.
fn blank(imp_uid: &str) -> Value {
    json!({
        "imp_uid": imp_uid, "merchant_uid": null, "pay_method": null, "channel": "api",
        "pg_provider": null, "emb_pg_provider": null, "pg_tid": format!("tid-of-{imp_uid}"),
        "escrow": false, "card_quota": 0, "card_type": null, "bank_code": null,
        "vbank_code": null, "vbank_name": null, "vbank_num": null, "vbank_holder": null,
        "vbank_date": 0, "vbank_issued_at": 0,
        "name": null, "amount": 0, "cancel_amount": 0, "currency": "KRW",
        "buyer_name": null, "buyer_email": null, "buyer_tel": null, "custom_data": null,
        "status": "ready", "started_at": now(), "paid_at": 0, "failed_at": 0, "cancelled_at": 0,
        "fail_reason": null, "cancel_reason": null, "receipt_url": "", "cancel_history": [],
        "cancel_receipt_urls": [], "cash_receipt_issued": false, "customer_uid": null,
    })
}

/// Fails on the first of these parameters that is not there.
pub(super) fn require(request: &Value, parameters: &[&'static str]) -> Result<(), Refusal> {
    match parameters.iter().find(|parameter| request[**parameter].is_null()) {
        Some(parameter) => Err(Refusal::Missing(parameter)),
        None => Ok(()),
    }
}

pub(super) fn now() -> i64 {
    Timestamp::now().as_second()
}
