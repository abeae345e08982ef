//! The reasons for which work has no result.

use tokio::time::error::Elapsed;

use crate::error::HttpError;

/// The reason for which work has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// The time was over.
    Elapsed,
    /// The runtime had ended before the work began.
    NotBegun,
    /// The runtime has ended meanwhile.
    Ended,
    /// The HTTP client panicked.
    Panicked,
}

const ENDED: &str = "the runtime that the client was given has ended";

impl From<Elapsed> for Stopped {
    fn from(_: Elapsed) -> Self {
        Self::Elapsed
    }
}

impl From<Stopped> for HttpError {
    fn from(stopped: Stopped) -> Self {
        match stopped {
            Stopped::Elapsed => Self::lost("deadline has elapsed").timed_out(),
            Stopped::NotBegun => Self::not_sent(ENDED),
            Stopped::Ended => Self::lost(ENDED),
            Stopped::Panicked => Self::lost("the HTTP client panicked"),
        }
    }
}
