//! Worker that asks the merchant to confirm payments right before their approval, one after another.

use std::sync::Arc;
use std::time::Duration;

use super::http_post;
use crate::app::App;
use crate::server_state::resets::NextReset;
use crate::state::confirmation::{Confirmation, ConfirmationResult};

/// Interval of the checks of the server's clock.
const POLL_INTERVAL: Duration = Duration::from_millis(50);

/// Time that the merchant has for an answer, in seconds of the server's clock.
const PATIENCE: i64 = 10;

const JSON: &str = "application/json";

/// Asks for confirmations for as long as the server runs.
pub async fn run(app: Arc<App>) {
    let wakeup = app.state().confirmations.wakeup();
    loop {
        match next(&app) {
            Some((confirmation, reset)) => {
                tokio::select! {
                    result = ask(&app, &confirmation) => {
                        app.state().finish_confirmation(&confirmation, result);
                        app.notify_idle();
                    }
                    () = reset.wait() => {}
                }
            }
            None => wakeup.notified().await,
        }
    }
}

/// Returns the next payment to ask about, and the reset that would end it.
fn next(app: &App) -> Option<(Confirmation, NextReset)> {
    let mut state = app.state();
    let confirmation = state.confirmations.take()?;
    Some((confirmation, state.next_reset()))
}

async fn ask(app: &App, confirmation: &Confirmation) -> ConfirmationResult {
    let deadline = app.state().clock.now().saturating_add(PATIENCE);
    let body = confirmation.body().to_string();
    let asked = http_post::post(&confirmation.url, JSON, body, app.webhook_timeouts);
    tokio::select! {
        answer = asked => match answer {
            Ok(answer) => ConfirmationResult::of(answer.status, &answer.body),
            Err(_) => ConfirmationResult::unknown(),
        },
        () = passed(app, deadline) => ConfirmationResult::unknown(),
    }
}

/// Waits until the server's clock reaches a time.
async fn passed(app: &App, deadline: i64) {
    while app.state().clock.now() < deadline {
        tokio::time::sleep(POLL_INTERVAL).await;
    }
}
