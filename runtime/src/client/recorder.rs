//! What went over the wire, for a program that wants to see.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;

/// Remembers the last call that was made with it: clones share the memory.
///
/// Use one recorder for each call of interest, with
/// [`CallOptions::recorder`](crate::CallOptions::recorder): with calls at the same time, the last to
/// end is remembered.
#[derive(Clone, Default)]
pub struct Recorder(Arc<Mutex<Option<Recorded>>>);

impl Recorder {
    /// A recorder that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// The last call that ended; none if none was sent.
    pub fn last(&self) -> Option<Recorded> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn record(&self, recorded: Recorded) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(recorded);
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Recorder").field(&self.last()).finish()
    }
}

/// A call as it went over the wire.
#[derive(Clone)]
#[non_exhaustive]
pub struct Recorded {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// The HTTP status of the last answer; none when none came.
    pub status: Option<u16>,
    /// The headers of the last answer. They may hold what is not to be logged.
    pub headers: HeaderMap,
    /// How often the request was sent, or at least tried.
    pub attempts: u32,
    /// How long the call took, with its token, retries and the waiting between them.
    pub elapsed: Duration,
    pub(crate) body: Bytes,
}

impl Recorded {
    /// The last answer as it arrived; empty when none did. It may hold personal data: do not log it.
    pub fn raw_body(&self) -> &[u8] {
        &self.body
    }
}

impl fmt::Debug for Recorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorded")
            .field("operation", &self.operation)
            .field("status", &self.status)
            .field("attempts", &self.attempts)
            .field("elapsed", &self.elapsed)
            .field("body", &format_args!("<{} bytes>", self.body.len()))
            .finish_non_exhaustive()
    }
}
