//! The error of a journal.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use super::report::report;

/// A failure of a journal.
///
/// As the error of a call, it says that nothing was sent: the intent of the request could not be recorded.
#[derive(Clone)]
pub struct JournalError {
    operation: Option<&'static str>,
    cause: Arc<dyn Error + Send + Sync>,
}

impl JournalError {
    /// Creates an error with this cause: an error, or a text.
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { operation: None, cause: cause.into().into() }
    }

    /// The operation that was not sent, as `section.operation`; none if the journal was read.
    pub fn operation(&self) -> Option<&'static str> {
        self.operation
    }

    /// The error of a call that was not sent.
    pub(crate) fn not_sent(self, operation: &'static str) -> Self {
        Self { operation: Some(operation), ..self }
    }
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cause = &self.cause;
        match self.operation {
            Some(operation) => write!(
                f,
                "{operation}: nothing was sent, since the intent could not be recorded: {cause}"
            ),
            None => write!(f, "the journal failed: {cause}"),
        }
    }
}

impl fmt::Debug for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return report(self, f);
        }
        f.debug_struct("JournalError")
            .field("operation", &self.operation)
            .field("cause", &self.cause)
            .finish()
    }
}

impl Error for JournalError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.cause)
    }
}
