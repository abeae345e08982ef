//! Failures that another attempt may not meet.

use std::time::{Duration, SystemTime};

use super::after;
use crate::error::Error;
use crate::http_client::Received;

/// What went wrong with an attempt, as far as another one is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// There was no connection, so nothing was sent.
    NotSent,
    /// The answer did not come, or not to its end.
    Lost,
    /// The server cannot now, and says how long not to come back.
    Busy(Duration),
}

impl Failure {
    /// None when this is an answer to go with, or no other attempt would bring another.
    pub(crate) fn of(result: &Result<Received, Error>) -> Option<Self> {
        match result {
            Ok(received) => Self::of_answer(received),
            Err(error) if error.is_connect() => Some(Self::NotSent),
            Err(Error::Transport(_) | Error::Timeout(_)) => Some(Self::Lost),
            Err(_) => None,
        }
    }

    fn of_answer(received: &Received) -> Option<Self> {
        let is_busy = matches!(received.status, 429 | 500 | 502 | 503 | 504);
        is_busy.then(|| Self::Busy(after::read(&received.headers, SystemTime::now())))
    }

    /// Whether sending again cannot do anything twice.
    pub(crate) fn allows_another(self, repeatable: bool) -> bool {
        repeatable || self == Self::NotSent
    }

    pub(super) fn retry_after(self) -> Duration {
        match self {
            Self::Busy(after) => after,
            Self::NotSent | Self::Lost => Duration::ZERO,
        }
    }
}
