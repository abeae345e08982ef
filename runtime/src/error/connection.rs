//! The error of a connection that failed or timed out.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use super::http::HttpError;

/// A request without a complete response.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConnectionError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// The HTTP status, if a response began to arrive.
    pub status: Option<u16>,
    earlier: EarlierAttempts,
    source: Arc<HttpError>,
}

/// The attempts of a call before the one that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum EarlierAttempts {
    /// None was sent.
    #[default]
    NotSent,
    /// One was sent, and rejected with HTTP 401 before the server acted.
    Unauthorized,
    /// One was sent.
    Sent,
}

impl ConnectionError {
    pub(crate) fn new(operation: &'static str, status: Option<u16>, source: HttpError) -> Self {
        let earlier = EarlierAttempts::default();
        Self { operation, status, earlier, source: Arc::new(source) }
    }

    /// True if nothing was sent, so that sending again is safe: there was no connection, or the deadline
    /// had passed.
    pub fn is_connect(&self) -> bool {
        self.is_not_sent() && self.earlier == EarlierAttempts::NotSent
    }

    /// True if nothing was sent by the last attempt.
    pub(crate) fn is_not_sent(&self) -> bool {
        self.source.is_not_sent()
    }

    pub(crate) fn is_timeout(&self) -> bool {
        self.source.is_timeout()
    }

    pub(crate) fn set_earlier(&mut self, earlier: EarlierAttempts) {
        self.earlier = earlier;
    }

    /// Writes what happened to the last attempt, without what was sent.
    pub(super) fn fmt_problem(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, source, .. } = self;
        write!(f, "{operation}: {source}")?;
        self.status.map_or(Ok(()), |status| write!(f, " (HTTP {status})"))
    }
}

impl fmt::Display for ConnectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_problem(f)?;
        f.write_str(match (self.is_not_sent(), self.earlier) {
            (false, _) => "",
            (true, EarlierAttempts::NotSent) => "; nothing was sent",
            (true, EarlierAttempts::Unauthorized) => {
                "; an earlier attempt was rejected with HTTP 401, so the server did not act"
            }
            (true, EarlierAttempts::Sent) => "; an earlier attempt was sent",
        })
    }
}

impl Error for ConnectionError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.source()
    }
}
