//! Effect of a fault on a request.

use std::fmt;

use crate::api_error::ApiError;
use crate::response::{HttpResponse, Transmission};

/// Body of a failing proxy, not valid UTF-8.
const GARBAGE: &[u8] = b"<html>\xff\xfe Bad Gateway";

/// Effect on the execution and the response.
#[derive(Clone, Debug)]
pub enum Effect {
    /// No effect beyond the delay.
    None,
    /// The connection is reset.
    Reset {
        /// `true` if the call is executed.
        executed: bool,
    },
    /// Half of the response is sent.
    Truncated,
    /// The response is not valid JSON.
    Garbage,
    /// The response has an error status.
    Status {
        /// The status.
        status: u16,
        /// `true` if the call is executed.
        executed: bool,
    },
    /// The response has status 429.
    TooMany {
        /// Value of the header, in seconds.
        retry_after: u64,
    },
    /// The response has status 401.
    Unauthorized,
    /// The response has status 200 and an error code.
    ApiError {
        /// The code.
        code: i64,
        /// The message.
        message: String,
    },
    /// The response has status 207.
    Partial,
}

impl Effect {
    /// Validates the values.
    ///
    /// # Errors
    /// 400 when the status is not an error status, or the code is 0.
    pub fn validate(&self) -> Result<(), ApiError> {
        match self {
            Self::Status { status, .. } if !(400..600).contains(status) => {
                let message = format!("status must be between 400 and 599, but is {status}");
                Err(ApiError::bad_request(message))
            }
            Self::ApiError { code: 0, .. } => Err(ApiError::bad_request("code must not be 0")),
            _ => Ok(()),
        }
    }

    /// Returns `true` if the call is executed.
    pub fn executes(&self) -> bool {
        match self {
            Self::Reset { executed } | Self::Status { executed, .. } => *executed,
            Self::TooMany { .. } | Self::Unauthorized | Self::ApiError { .. } => false,
            Self::None | Self::Truncated | Self::Garbage | Self::Partial => true,
        }
    }

    /// Returns `true` if the effect changed this response. A request without items has none that fail.
    pub fn took_effect(&self, response: &HttpResponse) -> bool {
        !matches!(self, Self::Partial) || response.status == 207
    }

    /// Applies the effect to a response.
    pub fn apply(&self, response: HttpResponse) -> HttpResponse {
        match self {
            Self::None | Self::Partial => response,
            Self::Reset { .. } => HttpResponse { transmission: Transmission::Reset, ..response },
            Self::Truncated => HttpResponse { transmission: Transmission::Truncated, ..response },
            Self::Garbage => HttpResponse { body: GARBAGE.into(), code: None, ..response },
            Self::Status { status, .. } => {
                HttpResponse::error(ApiError::new(*status, "injected server error"))
            }
            Self::TooMany { retry_after } => HttpResponse {
                retry_after: Some(*retry_after),
                ..HttpResponse::error(ApiError::new(429, "too many requests"))
            },
            Self::Unauthorized => {
                HttpResponse::error(ApiError::unauthorized("the access token is unknown"))
            }
            Self::ApiError { code, message } => {
                HttpResponse::error(ApiError { code: *code, ..ApiError::new(200, message.clone()) })
            }
        }
    }
}

/// Formats the name that the control API uses.
impl fmt::Display for Effect {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::None => "latency",
            Self::Reset { executed: false } => "reset_before",
            Self::Reset { executed: true } => "reset_after",
            Self::Truncated => "truncated",
            Self::Garbage => "garbage",
            Self::Status { executed: false, .. } => "status",
            Self::Status { executed: true, .. } => "status_after",
            Self::TooMany { .. } => "too_many_requests",
            Self::Unauthorized => "unauthorized",
            Self::ApiError { .. } => "api_error",
            Self::Partial => "partial",
        })
    }
}
