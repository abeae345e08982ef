//! The texts of the error of a call.

use std::error::Error as StdError;
use std::fmt;

use super::call::Error;
use super::report::report;

impl Error {
    /// The name of the variant, and its error.
    fn inner(&self) -> (&'static str, &dyn StdError) {
        match self {
            Self::Config(error) => ("Config", error),
            Self::InvalidRequest(error) => ("InvalidRequest", error),
            Self::Journal(error) => ("Journal", error),
            Self::Token(error) => ("Token", error),
            Self::Transport(error) => ("Transport", error),
            Self::Timeout(error) => ("Timeout", error),
            Self::Status(error) => ("Status", error),
            Self::Api(error) => ("Api", error),
            Self::Decode(error) => ("Decode", error),
            Self::WrongRecord(error) => ("WrongRecord", error),
            Self::ResponseTooLarge(error) => ("ResponseTooLarge", error),
            Self::OutcomeUnknown(error) => ("OutcomeUnknown", error),
            Self::ReconcileUnsupported(error) => ("ReconcileUnsupported", error),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.inner().1, f)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            let (variant, error) = self.inner();
            return f.debug_tuple(variant).field(&error).finish();
        }
        report(self, f)?;
        match self {
            // A log without them would not tell which order is open.
            Self::OutcomeUnknown(error) => write!(f, "\n\nKeys: {:?}", error.redacted_keys()),
            _ => Ok(()),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.inner().1.source()
    }
}
