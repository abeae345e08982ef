//! Who is asked for what.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Path, Query, Request, State};
use axum::http::header::AUTHORIZATION;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use portone_v1::Timestamp;
use serde_json::{Value, json};

use super::ledger::Ledger;
use super::refusal::{Envelope, Refusal};
use super::{IMP_KEY, IMP_SECRET, lock};

const TOKEN: &str = "token-of-the-merchant";
const LIFETIME: i64 = 1_800;

/// Bank, account number and holder.
const HOLDERS: [(&str, &str, &str); 1] = [("088", "110123456789", "홍길동")];

type Shared = State<Arc<Mutex<Ledger>>>;
type Answer = Result<Envelope, Refusal>;

pub(super) fn router(ledger: Arc<Mutex<Ledger>>) -> Router {
    Router::new()
        .route("/vbanks", post(issue))
        .route("/vbanks/{imp_uid}", put(change).delete(revoke))
        .route("/vbanks/holder", get(find_holder))
        .route("/payments/{imp_uid}", get(read))
        .layer(from_fn(authorize))
        .route("/users/getToken", post(give_token))
        .with_state(ledger)
}

async fn authorize(request: Request, next: Next) -> Response {
    let sent = request.headers().get(AUTHORIZATION).map(|value| value.as_bytes());
    if sent == Some(format!("Bearer {TOKEN}").as_bytes()) {
        next.run(request).await
    } else {
        Refusal::Unauthorized.into_response()
    }
}

async fn give_token(Json(keys): Json<Value>) -> Answer {
    if keys["imp_key"] != IMP_KEY || keys["imp_secret"] != IMP_SECRET {
        return Err(Refusal::Unauthorized);
    }
    let now = Timestamp::now().as_second();
    Ok(Envelope(json!({ "access_token": TOKEN, "now": now, "expired_at": now + LIFETIME })))
}

async fn issue(State(ledger): Shared, Json(order): Json<Value>) -> Answer {
    lock(&ledger).issue(&order).map(Envelope)
}

async fn read(State(ledger): Shared, Path(imp_uid): Path<String>) -> Answer {
    lock(&ledger).find(&imp_uid).map(Envelope)
}

async fn change(
    State(ledger): Shared,
    Path(imp_uid): Path<String>,
    Json(change): Json<Value>,
) -> Answer {
    lock(&ledger).change(&imp_uid, &change).map(Envelope)
}

async fn revoke(State(ledger): Shared, Path(imp_uid): Path<String>) -> Answer {
    lock(&ledger).revoke(&imp_uid).map(Envelope)
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
