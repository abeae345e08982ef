//! Worker that delivers due webhooks, one after another.

use std::sync::Arc;
use std::time::Duration;

use super::http_post;
use crate::app::App;
use crate::server_state::resets::NextReset;
use crate::webhooks::{Attempt, Timeouts, WebhookDelivery};

/// Interval of the checks for due webhooks while the clock runs.
const POLL_INTERVAL: Duration = Duration::from_millis(100);

/// Delivers webhooks for as long as the server runs.
pub async fn run(app: Arc<App>) {
    let wakeup = app.state().webhooks.wakeup();
    loop {
        match next(&app) {
            Some((delivery, reset)) => {
                tokio::select! {
                    attempt = send(&delivery, app.webhook_timeouts) => {
                        app.state().webhooks.finish(delivery.number(), attempt);
                    }
                    () = reset.wait() => {}
                }
            }
            None => {
                app.notify_idle();
                // Whatever advances a frozen clock also wakes the worker.
                let _ = tokio::time::timeout(POLL_INTERVAL, wakeup.notified()).await;
            }
        }
    }
}

/// Returns the next webhook that is due, and the reset that would end it.
fn next(app: &App) -> Option<(WebhookDelivery, NextReset)> {
    let mut state = app.state();
    let due = state.next_webhook()?;
    Some((due, state.next_reset()))
}

/// Sends a webhook, for the first time or again.
async fn send(delivery: &WebhookDelivery, timeouts: Timeouts) -> Attempt {
    let url = delivery.url().unwrap_or_default();
    let (content_type, body) = (delivery.content_type(), delivery.body().to_owned());
    let answer = match delivery.attempts() {
        0 => http_post::post(url, content_type, body, timeouts).await,
        _ => http_post::post_within(url, content_type, body, timeouts.resend).await,
    };
    answer.map(|answer| answer.status)
}
