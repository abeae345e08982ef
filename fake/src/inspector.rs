//! Inspector: a page that shows the state of the server while it changes, over the control API.

use std::hash::{DefaultHasher, Hash, Hasher};

use http::header::ACCEPT;
use serde_json::json;

use crate::api_error::ApiError;
use crate::app::App;
use crate::control::CONTROL_PREFIX;
use crate::request::HttpRequest;
use crate::response::{CSS, HTML, HttpResponse, JAVASCRIPT};

/// Path of the events below the prefix of the control API.
const EVENTS: &str = "events";

/// Path of the files below the prefix of the control API.
const FOLDER: &str = "inspector/";

/// The page and its files.
const FILES: [(&str, &str, &str); 4] = [
    ("", HTML, include_str!("inspector/assets/inspector.html")),
    ("inspector.css", CSS, include_str!("inspector/assets/inspector.css")),
    ("inspector.js", JAVASCRIPT, include_str!("inspector/assets/inspector.js")),
    ("lists.js", JAVASCRIPT, include_str!("inspector/assets/lists.js")),
];

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
    path.starts_with(FOLDER) || (path.is_empty() && accepts_page())
}

/// Returns `true` if a request is for the events of changes.
pub fn is_events(request: &HttpRequest) -> bool {
    path(request) == Some(EVENTS)
}

fn path(request: &HttpRequest) -> Option<&str> {
    Some(request.path.strip_prefix(CONTROL_PREFIX)?).filter(|_| request.method == "GET")
}

/// Returns the page or one of its files.
pub fn handle(request: &HttpRequest) -> HttpResponse {
    let path = path(request).unwrap_or_default();
    let name = path.strip_prefix(FOLDER).unwrap_or(path);
    let policy = POLICY.to_owned();
    match FILES.into_iter().find(|file| file.0 == name) {
        Some((_, content_type, text)) => HttpResponse::file(content_type, text, policy),
        None => {
            let missing = ApiError::not_found(format_args!("file {}", request.path));
            HttpResponse { security_policy: Some(policy), ..HttpResponse::error(missing) }
        }
    }
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
