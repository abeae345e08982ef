//! Worker that delivers due webhooks, one after another.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{Method, Request};
use http_body_util::{BodyExt, Full, Limited};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use crate::app::App;
use crate::webhooks::{Attempt, WebhookDelivery};

/// Interval of the checks for due webhooks while the clock runs.
const POLL_INTERVAL: Duration = Duration::from_millis(100);

/// Maximum length of a receiver's response that is read, in bytes.
const MAX_RESPONSE: usize = 64 * 1024;

type HttpClient = Client<HttpConnector, Full<Bytes>>;

/// Delivers webhooks for as long as the server runs.
pub async fn run(app: Arc<App>) {
    let client = Client::builder(TokioExecutor::new()).build_http();
    let wakeup = app.state().webhooks.wakeup();
    loop {
        let due = app.state().next_webhook();
        match due {
            Some(delivery) => {
                let attempt = send(&client, &delivery, app.timeout).await;
                app.state().webhooks.finish(delivery.number(), attempt);
            }
            None => {
                app.notify_idle();
                // Whatever advances a frozen clock also wakes the worker.
                let _ = tokio::time::timeout(POLL_INTERVAL, wakeup.notified()).await;
            }
        }
    }
}

async fn send(client: &HttpClient, delivery: &WebhookDelivery, timeout: Duration) -> Attempt {
    let sent = tokio::time::timeout(timeout, post(client, delivery)).await;
    sent.unwrap_or_else(|_| Err("the receiver did not respond in time".to_owned()))
}

async fn post(client: &HttpClient, delivery: &WebhookDelivery) -> Attempt {
    let request = Request::builder()
        .method(Method::POST)
        .uri(delivery.url().unwrap_or_default())
        .header(CONTENT_TYPE, delivery.content_type())
        .body(Full::from(delivery.body().to_owned()))
        .map_err(|error| error.to_string())?;
    let response = client.request(request).await.map_err(|error| root_cause(&error))?;
    let status = response.status().as_u16();
    // Reads the body so that the connection can be reused.
    let _ = Limited::new(response.into_body(), MAX_RESPONSE).collect().await;
    Ok(status)
}

/// Returns the message of the innermost error.
fn root_cause(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(source) => root_cause(source),
        None => error.to_string(),
    }
}
