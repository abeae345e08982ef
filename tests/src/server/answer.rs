//! The responses of a scripted server.

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

/// A status and a body.
#[derive(Clone, Debug)]
pub struct Answer {
    status: u16,
    content_type: &'static str,
    body: String,
}

impl Answer {
    /// A success with this JSON in its envelope.
    pub fn ok(response: &str) -> Self {
        Self::json(200, format!(r#"{{"code":0,"message":null,"response":{response}}}"#))
    }

    /// Any status with any text that calls itself JSON.
    pub fn json(status: u16, body: impl Into<String>) -> Self {
        Self { status, content_type: "application/json; charset=utf-8", body: body.into() }
    }

    /// The error page of a proxy.
    pub fn html(status: u16, body: impl Into<String>) -> Self {
        Self { status, content_type: "text/html", body: body.into() }
    }

    /// A token for 1,800 seconds, by a clock that is years behind.
    pub fn token() -> Self {
        Self::ok(r#"{"access_token":"token-1","now":1512446940,"expired_at":1512448740}"#)
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::IM_A_TEAPOT);
        (status, [(CONTENT_TYPE, self.content_type)], self.body).into_response()
    }
}
