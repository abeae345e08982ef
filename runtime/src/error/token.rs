//! The error of a call that got no access token.

use std::error::Error;
use std::fmt;

use super::request_failure::RequestFailure;

/// A call that failed because no access token could be obtained. The server has not acted: nothing of
/// the call was sent, or the server rejected it with HTTP 401.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct TokenError {
    /// The operation of the call, as `section.operation`.
    pub operation: &'static str,
    /// True if the call was sent with an earlier token, which the server rejected with HTTP 401.
    pub after_unauthorized: bool,
    /// The failure of the token request.
    pub cause: RequestFailure,
}

impl TokenError {
    /// True if nothing was sent, not even a token request.
    pub fn is_connect(&self) -> bool {
        !self.after_unauthorized && self.cause.connection().is_some_and(|error| error.is_connect())
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, after_unauthorized, cause } = self;
        let problem = match after_unauthorized {
            false => "nothing was sent, since there is no access token",
            true => {
                "the server did not act, since it rejected the access token with HTTP 401, and there \
                 is no new one"
            }
        };
        write!(f, "{operation}: {problem}: {cause}")
    }
}

impl Error for TokenError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.source()
    }
}
