//! The token of a token store.

use std::fmt;
use std::time::Duration;

use super::token_response::{Seconds, TokenResponse};
use jiff::Timestamp;

use crate::error::JsonError;
use crate::json::{Document, Fields, FromJson, Json};
use crate::redacted::Redacted;

/// The tolerated difference between the clocks of two machines, in seconds. A clock that is further
/// behind cannot tell the age of a token.
const MAX_CLOCK_SKEW: i64 = 30;

/// The access token of a [`TokenStore`](crate::TokenStore).
///
/// It is a credential: it authorizes everything for the merchant until it expires, at most half an hour
/// later. `Debug` does not show it.
///
/// Its lifetime is the difference of two times by the server's clock, its age that of two times by the
/// clocks of the machines that share it. Those must agree with each other, but not with the server. If
/// they differ, a token is requested once more, and nothing fails.
#[derive(Clone)]
pub struct StoredToken {
    account: String,
    response: TokenResponse,
    /// The time of the token request, by the clock of the machine that sent it.
    requested_at: i64,
}

impl StoredToken {
    pub(super) fn new(account: &str, response: TokenResponse, requested_at: i64) -> Self {
        Self { account: account.to_owned(), response, requested_at }
    }

    /// Reads the JSON of [`to_json`](Self::to_json).
    ///
    /// # Errors
    ///
    /// If the text is anything else.
    pub fn from_json(text: &str) -> Result<Self, JsonError> {
        Ok(Document::read(text.as_bytes(), <Self as FromJson>::from_json)?)
    }

    /// Writes it as JSON, **with the token in plain text**.
    pub fn to_json(&self) -> String {
        Fields::new()
            .with("account", &self.account)
            .with("access_token", &self.access_token())
            .with("now", &self.response.now)
            .with("expired_at", &self.response.expired_at)
            .with("requested_at", &self.requested_at)
            .to_text()
    }

    /// The token itself, for a store that encrypts it. Do not log it.
    pub fn access_token(&self) -> &str {
        self.response.access_token()
    }

    /// The time of expiry, in Unix seconds by the server's clock, which may differ from this machine's.
    pub fn expired_at(&self) -> i64 {
        self.response.expired_at
    }

    /// The remaining lifetime, by its age on this machine's clock. Zero if it has expired, or if the clocks
    /// of the machines that share it differ too much.
    pub fn remaining(&self) -> Duration {
        self.remaining_at(now())
    }

    pub(super) fn remaining_at(&self, now: i64) -> Duration {
        let age = now.saturating_sub(self.requested_at);
        if age < -MAX_CLOCK_SKEW {
            return Duration::ZERO;
        }
        let age = Duration::from_secs(age.try_into().unwrap_or(0));
        self.response.lifetime().saturating_sub(age)
    }

    pub(super) fn belongs_to(&self, account: &str) -> bool {
        self.account == account
    }

    pub(super) fn response(&self) -> &TokenResponse {
        &self.response
    }
}

/// The time by this machine's clock, in Unix seconds.
pub(super) fn now() -> i64 {
    Timestamp::now().as_second()
}

impl FromJson for StoredToken {
    fn from_json(json: Json<'_>) -> Self {
        let mut object = json.object();
        let Seconds(requested_at) = object.required("requested_at");
        Self {
            account: object.required("account"),
            response: TokenResponse::from_json(json),
            requested_at,
        }
    }
}

impl fmt::Debug for StoredToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredToken")
            .field("access_token", &Redacted::Value)
            .field("expired_at", &self.response.expired_at)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3600;

    /// A token of half an hour, from a server whose clock is decades behind.
    const JSON: &str = r#"{"account":"a","access_token":"canary","now":1000,"expired_at":2800,"requested_at":1700000000}"#;

    fn remaining_after(age: i64) -> u64 {
        let token = StoredToken::from_json(JSON).unwrap();
        token.remaining_at(1_700_000_000 + age).as_secs()
    }

    #[test]
    fn the_written_json_is_read_back() {
        assert_eq!(StoredToken::from_json(JSON).unwrap().to_json(), JSON);
    }

    #[test]
    fn age_does_not_depend_on_the_servers_clock() {
        assert_eq!(remaining_after(0), 1800);
        assert_eq!(remaining_after(600), 1200);
        assert_eq!(remaining_after(1800), 0);
    }

    #[test]
    fn a_token_is_expired_if_clocks_differ_too_much() {
        assert_eq!(remaining_after(-MAX_CLOCK_SKEW), 1800);
        assert_eq!(remaining_after(-MAX_CLOCK_SKEW - 1), 0);
        assert_eq!(remaining_after(-9 * HOUR), 0);
        assert_eq!(remaining_after(9 * HOUR), 0);
    }

    #[test]
    fn extreme_numbers_do_not_overflow() {
        let extreme =
            JSON.replace("1000,", "-9223372036854775808,").replace("2800", "9223372036854775807");
        for requested_at in ["-9223372036854775808", "9223372036854775807"] {
            let token =
                StoredToken::from_json(&extreme.replace("1700000000", requested_at)).unwrap();
            token.remaining_at(i64::MIN);
            token.remaining_at(i64::MAX);
        }
    }

    #[test]
    fn errors_do_not_repeat_the_text() {
        for (text, path) in [
            ("", "$"),
            ("canary", "$"),
            ("{}", "$.requested_at"),
            (r#"{"account":"a","requested_at":"canary"}"#, "$.requested_at"),
            (&*JSON.replace("canary", r"canary\n"), "$.access_token"),
        ] {
            let error = StoredToken::from_json(text).unwrap_err();
            assert_eq!(error.path, path, "{text}");
            assert!(!format!("{error} {error:?}").contains("canary"));
        }
        assert!(!format!("{:?}", StoredToken::from_json(JSON)).contains("canary"));
    }
}
