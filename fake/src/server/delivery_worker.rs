//! Worker that delivers due webhooks, one after another.

use std::sync::Arc;
use std::time::Duration;

use super::http_post;
use crate::app::App;

/// Interval of the checks for due webhooks while the clock runs.
const POLL_INTERVAL: Duration = Duration::from_millis(100);

/// Delivers webhooks for as long as the server runs.
pub async fn run(app: Arc<App>) {
    let wakeup = app.state().webhooks.wakeup();
    loop {
        let due = app.state().next_webhook();
        match due {
            Some(delivery) => {
                let url = delivery.url().unwrap_or_default();
                let body = delivery.body().to_owned();
                let content_type = delivery.content_type();
                let answer = http_post::post(url, content_type, body, app.webhook_timeouts).await;
                let attempt = answer.map(|answer| answer.status);
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
