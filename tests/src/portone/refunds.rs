//! Giving money back. Amounts are in won, and so integers.

use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::answer::{Answer, Envelope, Refusal};
use super::books::{Books, now};
use super::{Shared, lock};

pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/payments/cancel", post(cancel))
}

impl Books {
    fn cancel(&mut self, request: &Value) -> Result<Value, Refusal> {
        let payment = self.refunded_payment(request)?;
        if payment["status"] != "paid" {
            return Err(Refusal::Rule("only a paid payment can be refunded"));
        }
        let balance = won(&payment["amount"]) - won(&payment["cancel_amount"]);
        let refund = refund(request, balance)?;
        enter(payment, refund, &request["reason"]);
        if refund == balance {
            payment["status"] = json!("cancelled");
        }
        Ok(payment.clone())
    }

    fn refunded_payment(&mut self, request: &Value) -> Result<&mut Value, Refusal> {
        match (request["imp_uid"].as_str(), request["merchant_uid"].as_str()) {
            (Some(imp_uid), _) => self.payment(imp_uid),
            (None, Some(merchant_uid)) => self.of_order(merchant_uid, None),
            (None, None) => Err(Refusal::Missing("imp_uid")),
        }
    }
}

/// How much is given back: everything when no amount was sent, or 0.
fn refund(request: &Value, balance: i64) -> Result<i64, Refusal> {
    let checksum = won(&request["checksum"]);
    if checksum != 0 && checksum != balance {
        return Err(Refusal::Rule("the checksum is not what can still be refunded"));
    }
    match won(&request["amount"]) {
        0 => Ok(balance),
        amount if amount > balance => Err(Refusal::Rule("more than can still be refunded")),
        amount => Ok(amount),
    }
}

fn enter(payment: &mut Value, refund: i64, reason: &Value) {
    let now = now();
    payment["cancel_amount"] = json!(won(&payment["cancel_amount"]) + refund);
    payment["cancelled_at"] = json!(now);
    payment["cancel_reason"] = reason.clone();
    let entry = json!({
        "pg_tid": payment["pg_tid"], "amount": refund, "cancelled_at": now,
        "reason": reason.as_str().unwrap_or_default(), "receipt_url": "",
    });
    if let Some(history) = payment["cancel_history"].as_array_mut() {
        history.push(entry);
    }
}

/// 0 when nothing was sent, which is what 0 means to the server.
fn won(amount: &Value) -> i64 {
    amount.as_i64().unwrap_or_default()
}

async fn cancel(State(books): State<Shared>, Json(request): Json<Value>) -> Answer {
    lock(&books).cancel(&request).map(Envelope)
}
