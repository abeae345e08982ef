//! Nothing can be read to find out what became of a request.

use std::error::Error;
use std::fmt;

/// There is no read that would show whether the request was carried out.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct IrreconcilableError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
}

impl fmt::Display for IrreconcilableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: nothing in the API shows what became of this request; ask the payment gateway, or \
             look into its console, before sending it again",
            self.operation
        )
    }
}

impl Error for IrreconcilableError {}
