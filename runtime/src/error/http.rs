//! Why there is no answer, or half of one.

use std::error::Error;
use std::fmt;

/// A request that brought no complete answer.
#[derive(Debug)]
pub struct HttpError {
    not_sent: bool,
    timed_out: bool,
    source: Box<dyn Error + Send + Sync>,
}

impl HttpError {
    /// Nothing of the request has left: there was no connection. It may be sent again.
    pub fn not_sent(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { not_sent: true, timed_out: false, source: source.into() }
    }

    /// The request may have arrived, and no complete answer has. When in doubt, it is this.
    pub fn lost(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { not_sent: false, timed_out: false, source: source.into() }
    }

    /// The same error, because it took too long.
    #[must_use]
    pub fn timed_out(self) -> Self {
        Self { timed_out: true, ..self }
    }

    /// Whether nothing of the request has left.
    pub fn is_not_sent(&self) -> bool {
        self.not_sent
    }

    /// Whether it took too long.
    pub fn is_timeout(&self) -> bool {
        self.timed_out
    }
}

impl fmt::Display for HttpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.not_sent, self.timed_out) {
            (true, true) => "no connection in time",
            (true, false) => "no connection",
            (false, true) => "no complete answer in time",
            (false, false) => "the connection failed",
        })
    }
}

impl Error for HttpError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
