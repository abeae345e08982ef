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
    source: Arc<HttpError>,
}

impl ConnectionError {
    pub(crate) fn new(operation: &'static str, status: Option<u16>, source: HttpError) -> Self {
        Self { operation, status, source: Arc::new(source) }
    }

    /// True if nothing was sent, so that sending again is safe: there was no connection, or the deadline
    /// had passed.
    pub fn is_connect(&self) -> bool {
        self.source.is_not_sent()
    }

    pub(crate) fn is_timeout(&self) -> bool {
        self.source.is_timeout()
    }
}

impl fmt::Display for ConnectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.operation;
        let problem = match (self.is_connect(), self.is_timeout()) {
            (true, true) => "no connection in time; nothing was sent",
            (true, false) => "no connection; nothing was sent",
            (false, true) => {
                "no complete response in time; the server may have acted: \
                 check the state before sending this again"
            }
            (false, false) => {
                "the connection failed; the server may have acted: \
                 check the state before sending this again"
            }
        };
        write!(f, "{operation}: {problem}")
    }
}

impl Error for ConnectionError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.source()
    }
}
