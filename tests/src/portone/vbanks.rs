//! Virtual accounts, and who holds a real one.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use portone_v1::codes::Bank;
use serde_json::{Value, json};

use super::answer::{Answer, Envelope, Refusal};
use super::books::{Books, now, require};
use super::{CHANNEL_KEY, Shared, lock};

/// Bank, account number and holder.
const HOLDERS: [(&str, &str, &str); 1] = [("088", "110123456789", "홍길동")];

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/vbanks", post(issue))
        .route("/vbanks/{imp_uid}", put(change).delete(revoke))
        .route("/vbanks/holder", get(find_holder))
}

impl Books {
    fn issue(&mut self, order: &Value) -> Result<Value, Refusal> {
        require(order, &["channel_key", "merchant_uid", "amount", "vbank_code", "vbank_due"])?;
        if order["channel_key"] != CHANNEL_KEY {
            return Err(Refusal::UnknownChannel);
        }
        let number = self.payments.len() + 1;
        let imp_uid = self.enter(&account(number, order));
        self.payment(&imp_uid).cloned()
    }

    fn change(&mut self, imp_uid: &str, change: &Value) -> Result<Value, Refusal> {
        let payment = self.open(imp_uid)?;
        for (parameter, field) in [("amount", "amount"), ("vbank_due", "vbank_date")] {
            if !change[parameter].is_null() {
                payment[field] = change[parameter].clone();
            }
        }
        Ok(payment.clone())
    }

    fn revoke(&mut self, imp_uid: &str) -> Result<Value, Refusal> {
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
        let payment = self.payment(imp_uid)?;
        if payment["status"] == "ready" { Ok(payment) } else { Err(Refusal::NotReady) }
    }
}

fn account(number: usize, order: &Value) -> Value {
    let bank = Bank::from(order["vbank_code"].as_str().unwrap_or_default());
    let same = ["merchant_uid", "name", "amount", "vbank_code", "vbank_holder"];
    let buyer = ["buyer_name", "buyer_email", "buyer_tel", "custom_data"];
    let mut fields = json!({
        "pg_provider": "settle", "pay_method": "vbank", "vbank_name": bank.name(),
        "vbank_num": format!("5620{number:010}"), "vbank_date": order["vbank_due"],
        "vbank_issued_at": now(),
    });
    for name in same.into_iter().chain(buyer) {
        fields[name] = order[name].clone();
    }
    fields
}

async fn issue(State(books): State<Shared>, Json(order): Json<Value>) -> Answer {
    lock(&books).issue(&order).map(Envelope)
}

async fn change(
    State(books): State<Shared>,
    Path(imp_uid): Path<String>,
    Json(change): Json<Value>,
) -> Answer {
    lock(&books).change(&imp_uid, &change).map(Envelope)
}

async fn revoke(State(books): State<Shared>, Path(imp_uid): Path<String>) -> Answer {
    lock(&books).revoke(&imp_uid).map(Envelope)
}

async fn find_holder(Query(query): Query<BTreeMap<String, String>>) -> Answer {
    let bank = query.get("bank_code").ok_or(Refusal::Missing("bank_code"))?;
    let number = query.get("bank_num").ok_or(Refusal::Missing("bank_num"))?;
    // The docs allow signs between the digits.
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let known = HOLDERS.iter().find(|holder| holder.0 == bank && holder.1 == digits);
    let (_, _, name) = known.ok_or(Refusal::UnknownAccount)?;
    Ok(Envelope(json!({ "bank_holder": name })))
}
