//! The error of an HTTP backend.

use std::error::Error;
use std::fmt;

/// A request without a complete response.
#[derive(Debug)]
pub struct HttpError {
    not_sent: bool,
    timed_out: bool,
    source: Box<dyn Error + Send + Sync>,
}

impl HttpError {
    /// Creates the error for a request of which nothing was sent: there was no connection. It may be sent
    /// again.
    pub fn not_sent(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { not_sent: true, timed_out: false, source: source.into() }
    }

    /// Creates the error for a request that may have arrived, without a complete response. Use it when in
    /// doubt.
    pub fn lost(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { not_sent: false, timed_out: false, source: source.into() }
    }

    /// Marks the error as a timeout.
    #[must_use]
    pub fn timed_out(self) -> Self {
        Self { timed_out: true, ..self }
    }

    /// True if nothing of the request was sent.
    pub fn is_not_sent(&self) -> bool {
        self.not_sent
    }

    /// True if it is a timeout.
    pub fn is_timeout(&self) -> bool {
        self.timed_out
    }
}

impl fmt::Display for HttpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.not_sent, self.timed_out) {
            (true, true) => "no connection in time",
            (true, false) => "no connection",
            (false, true) => "no complete response in time",
            (false, false) => "the connection failed before the response was complete",
        })
    }
}

impl Error for HttpError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
