//! Finding out what became of a call.

use std::sync::Arc;

use crate::Decimal;
use crate::call::{Call, Read};
use crate::error::{Error, OutcomeUnknownError};
use crate::json::Fields;

/// What has to be known of a call to find out what became of it; nothing for one that may be sent
/// again.
#[derive(Clone)]
pub(crate) struct Inquiry(Option<Arc<Subject>>);

/// A call that must not be sent twice.
pub(crate) struct Subject {
    pub(crate) operation: &'static str,
    pub(crate) reads: Vec<Read>,
    /// The reads see what the call saw only if they act for the same sub-merchant.
    pub(crate) tier: Option<String>,
    /// The balance that the call expected.
    pub(crate) balance: Option<Decimal>,
    /// What it takes off the balance; all of it if there is none.
    pub(crate) amount: Option<Decimal>,
}

impl Inquiry {
    pub(crate) fn none() -> Self {
        Self(None)
    }

    pub(crate) fn about(call: Call, tier: Option<String>) -> Self {
        if call.operation.repeatable {
            return Self::none();
        }
        Self(Some(Arc::new(Subject {
            operation: call.operation.name,
            balance: decimal(&call.body, "checksum"),
            amount: decimal(&call.body, "amount"),
            reads: call.reads,
            tier,
        })))
    }

    /// The error, or that the outcome is unknown if it leaves that open.
    pub(crate) fn judge(self, error: Error) -> Error {
        match self.0 {
            Some(subject) if leaves_open(&error, subject.operation) => {
                OutcomeUnknownError::new(error, subject).into()
            }
            _ => error,
        }
    }
}

fn decimal(fields: &Fields, name: &str) -> Option<Decimal> {
    fields.get(name)?.scalar_text()?.parse().ok()
}

/// Whether the server may have acted. One that could not get a token was not even asked.
fn leaves_open(error: &Error, operation: &str) -> bool {
    const NOT_IMPLEMENTED: u16 = 501;
    let is_open = match error {
        Error::Transport(_) | Error::Timeout(_) => !error.is_connect(),
        Error::Status(error) => error.status >= 500 && error.status != NOT_IMPLEMENTED,
        Error::Decode(_) => true,
        _ => false,
    };
    is_open && error.operation() == Some(operation)
}
