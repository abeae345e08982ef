//! The recorder of calls: raw responses, attempts and times.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;

use crate::response::{FieldMismatch, MismatchReport};

/// A recorder of the last call that was made with it. Clones share the record.
///
/// Use one recorder for each call, with [`CallOptions::recorder`](crate::CallOptions::recorder): of
/// concurrent calls, the last to end is recorded.
#[derive(Clone, Default)]
pub struct Recorder(Arc<Mutex<Option<CallRecord>>>);

impl Recorder {
    /// Creates an empty recorder.
    pub fn new() -> Self {
        Self::default()
    }

    /// The record of the last call that ended; none if none was sent.
    pub fn last(&self) -> Option<CallRecord> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn record(&self, recorded: CallRecord) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(recorded);
    }

    /// Records the same call again, with the mismatches that decoding it will tolerate.
    pub(crate) fn with_mismatches(&self, record: CallRecord) -> MismatchReport {
        let recorder = self.clone();
        Box::new(move |mismatches| recorder.record(CallRecord { mismatches, ..record }))
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Recorder").field(&self.last()).finish()
    }
}

/// The record of a call.
#[derive(Clone)]
#[non_exhaustive]
pub struct CallRecord {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// The HTTP status of the last response; none if none arrived.
    pub status: Option<u16>,
    /// The headers of the last response. They may hold secrets: do not log them.
    pub headers: HeaderMap,
    /// The number of attempts.
    pub attempts: u32,
    /// The duration of the call, with its token, retries and the delays between them.
    pub elapsed: Duration,
    /// The values in the response that differ from the documentation and did not fail the call; the
    /// first 100 of them.
    pub mismatches: Vec<FieldMismatch>,
    pub(crate) body: Bytes,
}

impl CallRecord {
    /// The raw body of the last response; empty if none arrived. It may hold personal data: do not log it.
    pub fn raw_body(&self) -> &[u8] {
        &self.body
    }
}

impl fmt::Debug for CallRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallRecord")
            .field("operation", &self.operation)
            .field("status", &self.status)
            .field("attempts", &self.attempts)
            .field("elapsed", &self.elapsed)
            .field("mismatches", &self.mismatches)
            .field("body", &format_args!("<{} bytes>", self.body.len()))
            .finish_non_exhaustive()
    }
}
