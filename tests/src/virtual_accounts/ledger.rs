//! The accounts and what may happen to them.

use std::collections::BTreeMap;

use portone_v1::Timestamp;
use portone_v1::codes::Bank;
use serde_json::{Value, json};

use super::CHANNEL_KEY;
use super::refusal::Refusal;

/// Payments by `imp_uid`.
#[derive(Default)]
pub(super) struct Ledger(BTreeMap<String, Value>);

impl Ledger {
    pub(super) fn issue(&mut self, order: &Value) -> Result<Value, Refusal> {
        for parameter in ["channel_key", "merchant_uid", "amount", "vbank_code", "vbank_due"] {
            if order[parameter].is_null() {
                return Err(Refusal::Missing(parameter));
            }
        }
        if order["channel_key"] != CHANNEL_KEY {
            return Err(Refusal::UnknownChannel);
        }
        let number = self.0.len() + 1;
        let imp_uid = format!("imp_{number:012}");
        let payment = payment(&imp_uid, number, order);
        self.0.insert(imp_uid, payment.clone());
        Ok(payment)
    }

    pub(super) fn find(&self, imp_uid: &str) -> Result<Value, Refusal> {
        self.0.get(imp_uid).cloned().ok_or(Refusal::UnknownPayment)
    }

    pub(super) fn change(&mut self, imp_uid: &str, change: &Value) -> Result<Value, Refusal> {
        let payment = self.open(imp_uid)?;
        for (parameter, field) in [("amount", "amount"), ("vbank_due", "vbank_date")] {
            if !change[parameter].is_null() {
                payment[field] = change[parameter].clone();
            }
        }
        Ok(payment.clone())
    }

    pub(super) fn revoke(&mut self, imp_uid: &str) -> Result<Value, Refusal> {
        let payment = self.open(imp_uid)?;
        // The docs do not say what becomes of the status; `ready` it cannot stay.
        payment["status"] = json!("cancelled");
        payment["cancelled_at"] = json!(now());
        Ok(payment.clone())
    }

    pub(super) fn deposit(&mut self, imp_uid: &str) {
        if let Ok(payment) = self.open(imp_uid) {
            payment["status"] = json!("paid");
            payment["paid_at"] = json!(now());
        }
    }

    /// The payment, while its account takes a deposit.
    fn open(&mut self, imp_uid: &str) -> Result<&mut Value, Refusal> {
        let payment = self.0.get_mut(imp_uid).ok_or(Refusal::UnknownPayment)?;
        if payment["status"] == "ready" { Ok(payment) } else { Err(Refusal::NotReady) }
    }
}

/// In the shape of real answers: null and 0 for what has not happened, and no `sandbox`.
fn payment(imp_uid: &str, number: usize, order: &Value) -> Value {
    let bank = Bank::from(order["vbank_code"].as_str().unwrap_or_default());
    json!({
        "imp_uid": imp_uid,
        "merchant_uid": order["merchant_uid"],
        "pay_method": "vbank",
        "channel": "api",
        "pg_provider": "settle",
        "emb_pg_provider": null,
        "pg_tid": format!("settle-{number}"),
        "escrow": false,
        "card_quota": 0,
        "card_type": null,
        "bank_code": null,
        "vbank_code": order["vbank_code"],
        "vbank_name": bank.name(),
        "vbank_num": format!("5620{number:010}"),
        "vbank_holder": order["vbank_holder"],
        "vbank_date": order["vbank_due"],
        "vbank_issued_at": now(),
        "name": order["name"],
        "amount": order["amount"],
        "cancel_amount": 0,
        "currency": "KRW",
        "buyer_name": order["buyer_name"],
        "buyer_email": order["buyer_email"],
        "buyer_tel": order["buyer_tel"],
        "custom_data": order["custom_data"],
        "status": "ready",
        "started_at": now(),
        "paid_at": 0,
        "failed_at": 0,
        "cancelled_at": 0,
        "fail_reason": null,
        "cancel_reason": null,
        "receipt_url": "",
        "cancel_history": [],
        "cancel_receipt_urls": [],
        "cash_receipt_issued": false,
    })
}

fn now() -> i64 {
    Timestamp::now().as_second()
}
