//! A connection that failed or took too long.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

/// A request without an answer, or with half of one.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConnectionError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// The HTTP status, if the answer had begun.
    pub status: Option<u16>,
    source: Arc<reqwest::Error>,
}

impl ConnectionError {
    pub(crate) fn new(
        operation: &'static str,
        status: Option<u16>,
        source: reqwest::Error,
    ) -> Self {
        Self {
            operation,
            status,
            // The query can hold a credential of the payment gateway.
            source: Arc::new(source.without_url()),
        }
    }

    /// Whether there was no connection, so that nothing was sent and sending again is safe.
    pub fn is_connect(&self) -> bool {
        self.source.is_connect()
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
                "no complete answer in time; the server may have acted: \
                 look up what happened before sending this again"
            }
            (false, false) => {
                "the connection failed; the server may have acted: \
                 look up what happened before sending this again"
            }
        };
        write!(f, "{operation}: {problem}")
    }
}

impl Error for ConnectionError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
