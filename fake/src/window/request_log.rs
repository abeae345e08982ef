//! Requests of the window in the log of requests.

use serde_json::Value;

use crate::app::App;
use crate::request::HttpRequest;
use crate::response::HttpResponse;
use crate::server_state::log::RequestSummary;

/// Records what the window's page does, and what is refused. Files that are found are not recorded.
pub fn record(app: &App, request: HttpRequest, operation: Option<String>, response: &HttpResponse) {
    if operation.is_none() && response.status < 400 {
        return;
    }
    let state = &mut *app.state();
    let summary = RequestSummary {
        at: state.clock.now(),
        operation,
        status: response.sent_status(),
        message: refusal(&response.body),
        ..RequestSummary::default()
    };
    state.log.record(request, summary);
}

/// Returns the reason of an error, or of a browser that returns without a payment.
fn refusal(body: &[u8]) -> Option<String> {
    let body: Value = serde_json::from_slice(body).ok()?;
    let error = match body["refused"].as_bool() {
        Some(true) => &body["callback"]["error_msg"],
        _ => &body["error"],
    };
    error.as_str().map(str::to_owned)
}
