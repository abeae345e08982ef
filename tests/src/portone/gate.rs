//! What every call goes through: the token, and a network that can lose the answer.

use axum::extract::{Request, State};
use axum::http::Method;
use axum::http::header::AUTHORIZATION;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::answer::{Answer, Envelope, Refusal};
use super::books::now;
use super::{
    IMP_KEY, IMP_SECRET, Shared, billing_keys, due, lock, payments, refunds, schedules, vbanks,
};
use crate::torn;

const TOKEN: &str = "token-of-the-merchant";
const LIFETIME: i64 = 1_800;

pub(super) fn router(books: Shared) -> Router {
    Router::new()
        .merge(payments::routes())
        .merge(refunds::routes())
        .merge(vbanks::routes())
        .merge(billing_keys::routes())
        .merge(schedules::routes())
        .merge(due::routes())
        .layer(from_fn_with_state(books.clone(), lose))
        .layer(from_fn(authorize))
        .route("/users/getToken", post(give_token))
        .with_state(books)
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
    let now = now();
    Ok(Envelope(json!({ "access_token": TOKEN, "now": now, "expired_at": now + LIFETIME })))
}

async fn lose(State(books): State<Shared>, request: Request, next: Next) -> Response {
    let changes = request.method() != Method::GET;
    let answer = next.run(request).await;
    if changes && std::mem::take(&mut lock(&books).lose_next_answer) {
        return torn::body().into_response();
    }
    answer
}
