//! Failures of an attempt that are worth a retry.

use std::time::{Duration, SystemTime};

use super::retry_after;
use crate::error::Error;
use crate::http_client::RawResponse;

/// A failure that another attempt may not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetryableFailure {
    /// There was no connection, so nothing was sent.
    NotSent,
    /// The response did not arrive, or not completely.
    Lost,
    /// The server is busy and asks for this delay.
    Busy(Duration),
}

impl RetryableFailure {
    /// The failure in the result of an attempt; none if the result is final.
    pub(crate) fn of(result: &Result<RawResponse, Error>) -> Option<Self> {
        match result {
            Ok(response) => Self::of_response(response),
            Err(error) if error.is_connect() => Some(Self::NotSent),
            Err(Error::Transport(_) | Error::Timeout(_)) => Some(Self::Lost),
            Err(_) => None,
        }
    }

    fn of_response(response: &RawResponse) -> Option<Self> {
        let is_busy = matches!(response.status, 429 | 500 | 502 | 503 | 504);
        is_busy.then(|| Self::Busy(retry_after::read(&response.headers, SystemTime::now())))
    }

    /// True if a retry cannot take effect twice.
    pub(crate) fn is_safe_to_retry(self, idempotent: bool) -> bool {
        idempotent || self == Self::NotSent
    }

    pub(super) fn retry_after(self) -> Duration {
        match self {
            Self::Busy(delay) => delay,
            Self::NotSent | Self::Lost => Duration::ZERO,
        }
    }
}
