//! The envelope, with a success or a refusal in it.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

pub(super) type Answer = Result<Envelope, Refusal>;

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
    /// No payment has this `imp_uid`, or none of the order is in this state.
    UnknownPayment,
    /// The bank knows no such account.
    UnknownAccount,
    /// Nothing was scheduled under this number.
    UnknownSchedule,
    /// A rule of the API, which is answered like a success but for the code.
    Rule(&'static str),
}

impl Refusal {
    fn status(self) -> StatusCode {
        match self {
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::Missing(_) | Self::UnknownChannel | Self::NotReady => StatusCode::BAD_REQUEST,
            Self::UnknownPayment | Self::UnknownAccount | Self::UnknownSchedule => {
                StatusCode::NOT_FOUND
            }
            Self::Rule(_) => StatusCode::OK,
        }
    }

    fn code(self) -> i64 {
        if matches!(self, Self::Rule(_)) { 1 } else { -1 }
    }

    fn message(self) -> String {
        match self {
            Self::Unauthorized => "these keys, or this token, are not known".to_owned(),
            Self::Missing(parameter) => format!("{parameter} is missing"),
            Self::UnknownChannel => "no channel has this channel_key".to_owned(),
            Self::NotReady => "this account does not wait for a deposit any more".to_owned(),
            Self::UnknownPayment => "there is no such payment".to_owned(),
            Self::UnknownAccount => "the bank knows no such account".to_owned(),
            Self::UnknownSchedule => "nothing is scheduled under this merchant_uid".to_owned(),
            Self::Rule(message) => message.to_owned(),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let envelope = json!({ "code": self.code(), "message": self.message(), "response": null });
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
