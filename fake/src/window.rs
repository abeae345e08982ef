//! Payment window in a browser: the script for the shop's page, and the window's own page.
//!
//! The script opens the window in a frame of the server's own origin, and hands the request to it. The
//! window sends requests to its own origin alone, for pages that may use the server.

mod applicant;
mod certification;
mod deadline;
mod files;
mod methods;
mod payment;
mod purchase;
mod request_log;
mod requirements;
mod window_request;

use std::sync::Arc;

use serde_json::json;

use self::files::SCRIPT;
use self::window_request::WindowRequest;
use crate::api_error::ApiError;
use crate::app::App;
use crate::request::HttpRequest;
use crate::response::HttpResponse;

/// Path prefix of the window.
const PREFIX: &str = "/v1/window/";

/// Returns `true` if a request is for the script or the window.
pub fn is_window(request: &HttpRequest) -> bool {
    request.path == SCRIPT || request.path.starts_with(PREFIX)
}

/// Handles a request for the script or the window.
pub async fn handle(app: &Arc<App>, request: HttpRequest) -> HttpResponse {
    let response = match respond(app, &request).await {
        Ok(response) => response,
        Err(error) if error.status == 405 => {
            let reason = format!("the method is not allowed; use {}", error.message);
            HttpResponse { allow: Some(error.message), ..failure(&ApiError::new(405, reason)) }
        }
        Err(error) => failure(&error),
    };
    log(app, request, &response);
    response
}

/// Rejects a request that was not received completely, or is foreign.
pub fn reject(app: &App, request: HttpRequest, error: &ApiError) -> HttpResponse {
    let response = failure(error);
    log(app, request, &response);
    response
}

fn log(app: &App, request: HttpRequest, response: &HttpResponse) {
    let action = action(&request).map(|action| format!("window.{}", action.replace('/', ".")));
    request_log::record(app, request, action, response);
}

fn failure(error: &ApiError) -> HttpResponse {
    HttpResponse::json(error.status.max(400), &json!({ "error": error.message }))
}

async fn respond(app: &Arc<App>, request: &HttpRequest) -> Result<HttpResponse, ApiError> {
    match (request.method.as_str(), action(request)) {
        ("GET", None) => files::find(app, request, request.path.strip_prefix(PREFIX)),
        ("POST", Some(action)) => {
            let request = WindowRequest::read(app, request)?;
            let value = match action {
                OPEN_PAYMENT => payment::open(app, &request)?,
                FINISH_PAYMENT => payment::finish(app, &request).await?,
                OPEN_CERTIFICATION => certification::open(app, &request)?,
                _ => certification::finish(app, &request)?,
            };
            Ok(HttpResponse::json(200, &value))
        }
        (_, Some(_)) => Err(ApiError::new(405, "POST")),
        (_, None) => Err(ApiError::new(405, "GET")),
    }
}

/// Returns the action of a path: `payment/open`.
fn action(request: &HttpRequest) -> Option<&str> {
    request.path.strip_prefix(PREFIX).filter(|path| ACTIONS.contains(path))
}

const OPEN_PAYMENT: &str = "payment/open";
const FINISH_PAYMENT: &str = "payment/finish";
const OPEN_CERTIFICATION: &str = "certification/open";
const FINISH_CERTIFICATION: &str = "certification/finish";
const ACTIONS: [&str; 4] = [OPEN_PAYMENT, FINISH_PAYMENT, OPEN_CERTIFICATION, FINISH_CERTIFICATION];
