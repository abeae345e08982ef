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
pub async fn handle(app: &Arc<App>, request: &HttpRequest) -> HttpResponse {
    match respond(app, request).await {
        Ok(response) => response,
        Err(error) => {
            let allow = (error.status == 405).then(|| error.message.clone());
            let body = json!({ "error": error.message });
            HttpResponse { allow, ..HttpResponse::json(error.status.max(400), &body) }
        }
    }
}

async fn respond(app: &Arc<App>, request: &HttpRequest) -> Result<HttpResponse, ApiError> {
    let path = request.path.strip_prefix(PREFIX);
    let action = path.filter(|path| ACTIONS.contains(path));
    match (request.method.as_str(), action) {
        ("GET", None) => files::find(app, request, path),
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

const OPEN_PAYMENT: &str = "payment/open";
const FINISH_PAYMENT: &str = "payment/finish";
const OPEN_CERTIFICATION: &str = "certification/open";
const FINISH_CERTIFICATION: &str = "certification/finish";
const ACTIONS: [&str; 4] = [OPEN_PAYMENT, FINISH_PAYMENT, OPEN_CERTIFICATION, FINISH_CERTIFICATION];
