//! The error of a request that the server rejected.

use std::error::Error;
use std::fmt;

use super::body::Body;
use super::hint::hint;

/// A rejection by the server, or by a proxy on the way to it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RejectionError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The code of the envelope; none if the body is not an envelope, such as that of a proxy.
    pub code: Option<i64>,
    /// The message of the envelope, usually in Korean.
    pub message: Option<String>,
    pub(crate) is_not_found: bool,
    pub(crate) body: Body,
}

impl RejectionError {
    /// The raw response body. It may hold personal data: do not log it.
    pub fn raw_body(&self) -> &[u8] {
        self.body.as_bytes()
    }

    /// True if this is the documented response to a key that nothing has, which alone proves that there is
    /// no record. Other rejections do not, such as the 404 of a proxy.
    pub fn is_not_found(&self) -> bool {
        self.is_not_found
    }

    /// The usual cause, and what to check; none unless the rejection is a well-known one.
    pub fn hint(&self) -> Option<&'static str> {
        hint(self.operation, self.status, self.message.as_deref())
    }
}

impl fmt::Display for RejectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: HTTP {}", self.operation, self.status)?;
        if let Some(code) = self.code {
            write!(f, ", code {code}")?;
        }
        match &self.message {
            Some(message) => write!(f, ": {message}")?,
            None => write!(f, " without a message, body {:?}", self.body)?,
        }
        self.hint().map_or(Ok(()), |hint| write!(f, "; {hint}"))
    }
}

impl Error for RejectionError {}
