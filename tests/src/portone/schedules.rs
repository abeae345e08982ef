//! Charges to be made later.

use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::answer::{Answer, Envelope, Refusal};
use super::billing_keys;
use super::books::{Books, now, require};
use super::{Shared, lock};

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/subscribe/payments/schedule", post(create))
        .route("/subscribe/payments/unschedule", post(cancel))
}

impl Books {
    /// All of them or, when one cannot be, none.
    fn schedule(&mut self, request: &Value) -> Result<Value, Refusal> {
        require(request, &["customer_uid", "schedules"])?;
        let customer_uid = request["customer_uid"].as_str().unwrap_or_default();
        if !self.billing_keys.contains_key(customer_uid) {
            return Err(billing_keys::UNKNOWN);
        }
        let charges = request["schedules"].as_array().ok_or(Refusal::Missing("schedules"))?;
        for charge in charges {
            require(charge, &["merchant_uid", "schedule_at", "amount"])?;
            if self.schedules.iter().any(|one| one["merchant_uid"] == charge["merchant_uid"]) {
                return Err(Refusal::Rule("this merchant_uid was scheduled before"));
            }
        }
        let added: Vec<_> = charges.iter().map(|charge| scheduled(customer_uid, charge)).collect();
        self.schedules.extend(added.clone());
        Ok(json!(added))
    }

    /// Those of the list, or all of the billing key when there is none.
    fn unschedule(&mut self, request: &Value) -> Result<Value, Refusal> {
        let (customer_uid, only) = (&request["customer_uid"], request["merchant_uid"].as_array());
        if customer_uid.is_null() && only.is_none() {
            return Err(Refusal::Missing("customer_uid"));
        }
        let mut revoked = Vec::new();
        for one in self.schedules.iter_mut().filter(|one| one["schedule_status"] == "scheduled") {
            let of_key = customer_uid.is_null() || one["customer_uid"] == *customer_uid;
            if of_key && only.is_none_or(|only| only.contains(&one["merchant_uid"])) {
                one["schedule_status"] = json!("revoked");
                one["revoked_at"] = json!(now());
                revoked.push(one.clone());
            }
        }
        if revoked.is_empty() {
            return Err(Refusal::Rule("there is nothing to unschedule"));
        }
        Ok(json!(revoked))
    }

    pub(super) fn run_schedule(&mut self, merchant_uid: &str) {
        let due = |one: &Value| {
            one["merchant_uid"] == merchant_uid && one["schedule_status"] == "scheduled"
        };
        let Some(place) = self.schedules.iter().position(due) else { return };
        let imp_uid = self.enter(&charged(&self.schedules[place]));
        let one = &mut self.schedules[place];
        one["imp_uid"] = json!(imp_uid);
        one["executed_at"] = json!(now());
        one["schedule_status"] = json!("executed");
        one["payment_status"] = json!("paid");
    }
}

fn scheduled(customer_uid: &str, charge: &Value) -> Value {
    json!({
        "customer_uid": customer_uid, "merchant_uid": charge["merchant_uid"], "imp_uid": null,
        "schedule_at": charge["schedule_at"], "executed_at": 0, "revoked_at": 0,
        "amount": charge["amount"], "name": charge["name"], "currency": charge["currency"],
        "schedule_status": "scheduled", "payment_status": null, "fail_reason": null,
    })
}

fn charged(schedule: &Value) -> Value {
    json!({
        "pg_provider": "nice", "pay_method": "card", "merchant_uid": schedule["merchant_uid"],
        "name": schedule["name"], "amount": schedule["amount"], "status": "paid",
        "paid_at": now(), "customer_uid": schedule["customer_uid"],
    })
}

async fn create(State(books): State<Shared>, Json(request): Json<Value>) -> Answer {
    lock(&books).schedule(&request).map(Envelope)
}

async fn cancel(State(books): State<Shared>, Json(request): Json<Value>) -> Answer {
    lock(&books).unschedule(&request).map(Envelope)
}
