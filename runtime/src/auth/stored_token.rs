//! A token on its way into or out of a store.

use std::fmt;
use std::time::Duration;

use super::token_response::{Grant, Seconds};
use jiff::Timestamp;

use crate::error::JsonError;
use crate::json::{Document, Fields, FromJson, Json};
use crate::redacted::Redacted;

/// How far the clocks of two machines may be apart. One that is further back does not see how old a
/// token is.
const CLOCKS_APART: i64 = 30;

/// An access token as a [`TokenStore`](crate::TokenStore) keeps it.
///
/// It is a credential: who has it acts for the merchant until it ends, half an hour at most. `Debug`
/// does not show it.
///
/// How long it lasts follows from two readings of the server's clock, how old it is from two readings
/// of the clocks of the machines that share it. So those have to agree with each other, but not with
/// the server. Where they do not, a request for a token or a call is made once more, and nothing fails.
#[derive(Clone)]
pub struct StoredToken {
    account: String,
    grant: Grant,
    /// When the request for it was begun, by the clock of the machine that made it.
    asked_at: i64,
}

impl StoredToken {
    pub(super) fn new(account: &str, grant: Grant, asked_at: i64) -> Self {
        Self { account: account.to_owned(), grant, asked_at }
    }

    /// Reads what [`to_json`](Self::to_json) has written.
    ///
    /// # Errors
    ///
    /// When the text is something else.
    pub fn from_json(text: &str) -> Result<Self, JsonError> {
        Ok(Document::read(text.as_bytes(), <Self as FromJson>::from_json)?)
    }

    /// Writes all of it as JSON, **the token in plain text included**.
    pub fn to_json(&self) -> String {
        Fields::new()
            .with("account", &self.account)
            .with("access_token", &self.access_token())
            .with("now", &self.grant.now)
            .with("expired_at", &self.grant.expired_at)
            .with("asked_at", &self.asked_at)
            .to_text()
    }

    /// The token itself, for a store that encrypts it. Do not log it.
    pub fn access_token(&self) -> &str {
        self.grant.access_token()
    }

    /// When it ends, in Unix seconds by the server's clock, which may differ from this machine's.
    pub fn expired_at(&self) -> i64 {
        self.grant.expired_at
    }

    /// How long it still lasts, judged by its age on this machine's clock. Nothing when it ended, or
    /// when the clocks of the machines that share it are too far apart to tell.
    pub fn remaining(&self) -> Duration {
        self.remaining_at(now())
    }

    pub(super) fn remaining_at(&self, now: i64) -> Duration {
        let age = now.saturating_sub(self.asked_at);
        if age < -CLOCKS_APART {
            return Duration::ZERO;
        }
        let age = Duration::from_secs(age.try_into().unwrap_or(0));
        self.grant.lifetime().saturating_sub(age)
    }

    pub(super) fn belongs_to(&self, account: &str) -> bool {
        self.account == account
    }

    pub(super) fn grant(&self) -> &Grant {
        &self.grant
    }
}

/// This machine's clock, in Unix seconds.
pub(super) fn now() -> i64 {
    Timestamp::now().as_second()
}

impl FromJson for StoredToken {
    fn from_json(json: Json<'_>) -> Self {
        let mut object = json.object();
        let Seconds(asked_at) = object.required("asked_at");
        Self { account: object.required("account"), grant: Grant::from_json(json), asked_at }
    }
}

impl fmt::Debug for StoredToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredToken")
            .field("access_token", &Redacted::Value)
            .field("expired_at", &self.grant.expired_at)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3600;

    /// A token of half an hour, from a server whose clock is decades behind.
    const JSON: &str = r#"{"account":"a","access_token":"canary","now":1000,"expired_at":2800,"asked_at":1700000000}"#;

    fn remaining_after(age: i64) -> u64 {
        let token = StoredToken::from_json(JSON).unwrap();
        token.remaining_at(1_700_000_000 + age).as_secs()
    }

    #[test]
    fn what_is_written_is_what_was_read() {
        assert_eq!(StoredToken::from_json(JSON).unwrap().to_json(), JSON);
    }

    #[test]
    fn age_is_told_without_the_servers_clock() {
        assert_eq!(remaining_after(0), 1800);
        assert_eq!(remaining_after(600), 1200);
        assert_eq!(remaining_after(1800), 0);
    }

    #[test]
    fn clocks_that_disagree_make_a_token_useless() {
        assert_eq!(remaining_after(-CLOCKS_APART), 1800);
        assert_eq!(remaining_after(-CLOCKS_APART - 1), 0);
        assert_eq!(remaining_after(-9 * HOUR), 0);
        assert_eq!(remaining_after(9 * HOUR), 0);
    }

    #[test]
    fn numbers_at_the_limits_are_no_overflow() {
        let extreme =
            JSON.replace("1000,", "-9223372036854775808,").replace("2800", "9223372036854775807");
        for asked_at in ["-9223372036854775808", "9223372036854775807"] {
            let token = StoredToken::from_json(&extreme.replace("1700000000", asked_at)).unwrap();
            token.remaining_at(i64::MIN);
            token.remaining_at(i64::MAX);
        }
    }

    #[test]
    fn other_text_is_an_error_and_not_repeated() {
        for (text, path) in [
            ("", "$"),
            ("canary", "$"),
            ("{}", "$.asked_at"),
            (r#"{"account":"a","asked_at":"canary"}"#, "$.asked_at"),
            (&*JSON.replace("canary", r"canary\n"), "$.access_token"),
        ] {
            let error = StoredToken::from_json(text).unwrap_err();
            assert_eq!(error.path, path, "{text}");
            assert!(!format!("{error} {error:?}").contains("canary"));
        }
        assert!(!format!("{:?}", StoredToken::from_json(JSON)).contains("canary"));
    }
}
