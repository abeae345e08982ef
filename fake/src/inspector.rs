//! Inspector: a page that shows the state of the server while it changes, over the control API.

use std::hash::{DefaultHasher, Hash, Hasher};

use http::header::ACCEPT;
use serde_json::json;

use crate::api_error::ApiError;
use crate::app::App;
use crate::control::CONTROL_PREFIX;
use crate::request::HttpRequest;
use crate::response::HttpResponse;

/// Path of the events below the prefix of the control API.
const EVENTS: &str = "events";

/// Path of the files below the prefix of the control API.
const FILES: &str = "inspector/";

/// Number of payments that are compared for changes.
const COMPARED: usize = 200;

/// Policy of the page: nothing but its own files, and no frame of another page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Returns `true` if a request is for the page or one of its files.
pub fn is_page(request: &HttpRequest) -> bool {
    let Some(path) = path(request) else { return false };
    let accepts_page =
        || request.header(ACCEPT.as_str()).is_some_and(|it| it.contains("text/html"));
    path.starts_with(FILES) || (path.is_empty() && accepts_page())
}

/// Returns `true` if a request is for the events of changes.
pub fn is_events(request: &HttpRequest) -> bool {
    request.method == "GET" && path(request) == Some(EVENTS)
}

fn path(request: &HttpRequest) -> Option<&str> {
    Some(request.path.strip_prefix(CONTROL_PREFIX)?).filter(|_| request.method == "GET")
}

/// Returns the page or one of its files.
pub fn handle(request: &HttpRequest) -> HttpResponse {
    let path = path(request).unwrap_or_default();
    let response = match path.strip_prefix(FILES).unwrap_or(path) {
        "" => HttpResponse::file(
            "text/html; charset=utf-8",
            include_str!("inspector/assets/inspector.html"),
        ),
        "inspector.css" => HttpResponse::file(
            "text/css; charset=utf-8",
            include_str!("inspector/assets/inspector.css"),
        ),
        "inspector.js" => HttpResponse::file(
            "text/javascript; charset=utf-8",
            include_str!("inspector/assets/inspector.js"),
        ),
        "lists.js" => HttpResponse::file(
            "text/javascript; charset=utf-8",
            include_str!("inspector/assets/lists.js"),
        ),
        _ => HttpResponse::error(ApiError::not_found(format_args!("file {}", request.path))),
    };
    HttpResponse { security_policy: Some(POLICY.to_owned()), ..response }
}

/// Returns the data of an event: the time, and a mark that differs when anything else has changed.
pub fn event(app: &App) -> String {
    let mut mark = DefaultHasher::new();
    let state = &mut *app.state();
    state.log.total().hash(&mut mark);
    for webhook in state.webhooks.deliveries() {
        (webhook.number(), webhook.attempts(), webhook.is_pending()).hash(&mut mark);
    }
    for fault in state.faults.planned() {
        (fault.effect().to_string(), fault.remaining()).hash(&mut mark);
    }
    state.faults.random().is_some().hash(&mut mark);
    // Cannot fail for the merchant's own state.
    let _ = state.with_merchant(None, |merchant| {
        for payment in merchant.payments.iter().rev().take(COMPARED) {
            let status = (payment.status.code(), payment.cancellations.len());
            (&payment.imp_uid, payment.updated_at(), status).hash(&mut mark);
        }
        Ok(())
    });
    json!({ "now": state.clock.now(), "mark": format!("{:x}", mark.finish()) }).to_string()
}
