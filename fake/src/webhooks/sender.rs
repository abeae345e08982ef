//! The shop's mail carrier: sends what is due, one after another.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{Method, Request};
use http_body_util::{BodyExt, Full, Limited};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use super::delivery::{Attempt, Delivery};
use crate::core::Core;

/// How often a clock that runs is looked at.
const TICK: Duration = Duration::from_millis(100);

/// More than a shop has to say.
const LONGEST_ANSWER: usize = 64 * 1024;

type Carrier = Client<HttpConnector, Full<Bytes>>;

/// Sends for as long as the server runs.
pub async fn run(core: Arc<Core>) {
    let carrier = Client::builder(TokioExecutor::new()).build_http();
    let bell = core.world().webhooks.bell();
    loop {
        let due = core.world().next_webhook();
        match due {
            Some(delivery) => {
                let attempt = send(&carrier, &delivery, core.patience).await;
                core.world().webhooks.finish(delivery.number(), attempt);
            }
            None => {
                core.settled.tell();
                // A clock that stands is moved by those who ring; waking up in vain costs little.
                let _ = tokio::time::timeout(TICK, bell.notified()).await;
            }
        }
    }
}

async fn send(carrier: &Carrier, delivery: &Delivery, patience: Duration) -> Attempt {
    let sent = tokio::time::timeout(patience, exchange(carrier, delivery)).await;
    sent.unwrap_or_else(|_| Err("the shop takes too long".to_owned()))
}

async fn exchange(carrier: &Carrier, delivery: &Delivery) -> Attempt {
    let request = Request::builder()
        .method(Method::POST)
        .uri(delivery.url().unwrap_or_default())
        .header(CONTENT_TYPE, delivery.content_type())
        .body(Full::from(delivery.body().to_owned()))
        .map_err(|error| error.to_string())?;
    let response = carrier.request(request).await.map_err(|error| reason(&error))?;
    let status = response.status().as_u16();
    // Only so that the connection can be used again.
    let _ = Limited::new(response.into_body(), LONGEST_ANSWER).collect().await;
    Ok(status)
}

/// The innermost error, which says what happened.
fn reason(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(source) => reason(source),
        None => error.to_string(),
    }
}
