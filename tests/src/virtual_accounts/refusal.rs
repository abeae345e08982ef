//! The envelope, with a success or a refusal in it.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// Why the server does not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The keys or the token.
    Unauthorized,
    /// A parameter is not there.
    Missing(&'static str),
    /// The merchant has no such channel.
    UnknownChannel,
    /// The deposit has arrived or the account is closed.
    NotReady,
    /// No payment has this `imp_uid`.
    UnknownPayment,
    /// The bank knows no such account.
    UnknownAccount,
}

impl Refusal {
    fn status(self) -> StatusCode {
        match self {
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::Missing(_) | Self::UnknownChannel | Self::NotReady => StatusCode::BAD_REQUEST,
            Self::UnknownPayment | Self::UnknownAccount => StatusCode::NOT_FOUND,
        }
    }

    fn message(self) -> String {
        match self {
            Self::Unauthorized => "these keys, or this token, are not known".to_owned(),
            Self::Missing(parameter) => format!("{parameter} is missing"),
            Self::UnknownChannel => "no channel has this channel_key".to_owned(),
            Self::NotReady => "this account does not wait for a deposit any more".to_owned(),
            Self::UnknownPayment => "no payment has this imp_uid".to_owned(),
            Self::UnknownAccount => "the bank knows no such account".to_owned(),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let envelope = json!({ "code": -1, "message": self.message(), "response": null });
        (self.status(), Json(envelope)).into_response()
    }
}

/// A success.
pub(super) struct Envelope(pub(super) Value);

impl IntoResponse for Envelope {
    fn into_response(self) -> Response {
        Json(json!({ "code": 0, "message": null, "response": self.0 })).into_response()
    }
}
