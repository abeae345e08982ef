//! Files of the payment window, which are part of the program.

use serde_json::Value;

use super::window_request::check_page;
use crate::api_error::ApiError;
use crate::app::App;
use crate::request::HttpRequest;
use crate::response::{CSS, HTML, HttpResponse, JAVASCRIPT};

/// Path of the script that shops include.
pub const SCRIPT: &str = "/v1/iamport.js";

/// Policy of the window: nothing but its own files, and no requests but to its own origin.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// Files below the prefix of the window.
const FILES: [(&str, &str, &str); 5] = [
    ("window.css", CSS, include_str!("assets/window.css")),
    ("window.js", JAVASCRIPT, include_str!("assets/window.js")),
    ("view.js", JAVASCRIPT, include_str!("assets/view.js")),
    ("texts.js", JAVASCRIPT, include_str!("assets/texts.js")),
    ("keyboard.js", JAVASCRIPT, include_str!("assets/keyboard.js")),
];

/// Returns a file, or the page of the window for the shop's page in the parameter `origin`.
///
/// # Errors
/// 403 when that is foreign, 404 when there is no such file.
pub fn find(
    app: &App,
    request: &HttpRequest,
    path: Option<&str>,
) -> Result<HttpResponse, ApiError> {
    let Some(path) = path else {
        let script = include_str!("assets/iamport.js");
        return Ok(HttpResponse::file(JAVASCRIPT, script, "default-src 'none'".to_owned()));
    };
    let policy = if path.is_empty() {
        format!("{POLICY}; frame-ancestors {}", embedding_page(app, request)?)
    } else {
        POLICY.to_owned()
    };
    let page = ("", HTML, include_str!("assets/window.html"));
    let mut files = FILES.into_iter().chain([page]);
    let file = files.find(|(name, _, _)| *name == path);
    let (_, content_type, text) =
        file.ok_or_else(|| ApiError::not_found(format_args!("file {}", request.path)))?;
    Ok(HttpResponse::file(content_type, text, policy))
}

/// Returns the origin of the page that can embed the window, as a source of a policy.
fn embedding_page(app: &App, request: &HttpRequest) -> Result<String, ApiError> {
    let values = request.query_values()?;
    let origin = values.get("origin").and_then(Value::as_str);
    let origin = origin.ok_or_else(|| {
        ApiError::bad_request(format!("{SCRIPT} opens this page, with the parameter origin"))
    })?;
    check_page(app, request, origin)?;
    // A policy cannot name an IPv6 address. The window takes messages of this origin alone.
    Ok(if origin.contains('[') { "http: https:".to_owned() } else { origin.to_owned() })
}
