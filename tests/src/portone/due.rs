//! Reading what was scheduled.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use serde_json::{Value, json};

use super::answer::{Answer, Envelope, Refusal};
use super::books::Books;
use super::{Shared, lock};

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/subscribe/payments/schedule/{merchant_uid}", get(read))
        .route("/subscribe/customers/{customer_uid}/schedules", get(list))
}

impl Books {
    /// The charges of a billing key that are due in this time, those due last first.
    fn schedules_of(&self, customer_uid: &str, query: &BTreeMap<String, String>) -> Value {
        let time = |name| query.get(name).and_then(|time| time.parse::<i64>().ok());
        let (from, to) = (time("from"), time("to"));
        let status = query.get("schedule-status");
        let mut list = self.schedules.clone();
        list.retain(|one| {
            let at = one["schedule_at"].as_i64();
            one["customer_uid"] == customer_uid
                && (from <= at && at < to)
                && status.is_none_or(|status| one["schedule_status"] == **status)
        });
        list.sort_by_key(|one| Reverse(one["schedule_at"].as_i64()));
        json!({ "total": list.len(), "previous": 0, "next": 0, "list": list })
    }
}

async fn read(State(books): State<Shared>, Path(merchant_uid): Path<String>) -> Answer {
    let mut found = lock(&books).schedules.clone();
    found.retain(|one| one["merchant_uid"] == *merchant_uid);
    if found.is_empty() { Err(Refusal::UnknownSchedule) } else { Ok(Envelope(json!(found))) }
}

async fn list(
    State(books): State<Shared>,
    Path(customer_uid): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Answer {
    Ok(Envelope(lock(&books).schedules_of(&customer_uid, &query)))
}
