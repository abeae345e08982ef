//! What the server answers to a request for a token.

use std::time::Duration;

use reqwest::header::HeaderValue;

use crate::json::{FromJson, Json, SECONDS};
use crate::request::header;

/// A token, with two readings of the server's clock, which need not be right.
#[derive(Clone)]
pub(crate) struct Grant {
    access_token: AccessToken,
    pub(super) now: i64,
    pub(super) expired_at: i64,
}

impl Grant {
    pub(super) fn header(&self) -> &HeaderValue {
        &self.access_token.header
    }

    pub(super) fn access_token(&self) -> &str {
        &self.access_token.text
    }

    pub(super) fn lifetime(&self) -> Duration {
        let seconds = self.expired_at.saturating_sub(self.now);
        Duration::from_secs(u64::try_from(seconds).unwrap_or(0))
    }
}

impl FromJson for Grant {
    fn from_json(json: Json<'_>) -> Self {
        let mut object = json.object();
        let Seconds(now) = object.required("now");
        let Seconds(expired_at) = object.required("expired_at");
        Self { access_token: object.required("access_token"), now, expired_at }
    }
}

/// Not a timestamp: a clock that is wildly wrong may be beyond the years that those can hold.
pub(super) struct Seconds(pub(super) i64);

impl FromJson for Seconds {
    fn from_json(json: Json<'_>) -> Self {
        Self(json.expect(SECONDS, json.seconds()))
    }
}

/// A token that fits a header.
#[derive(Clone)]
struct AccessToken {
    text: String,
    header: HeaderValue,
}

impl FromJson for AccessToken {
    fn from_json(json: Json<'_>) -> Self {
        let text = String::from_json(json);
        let header = bearer(&text).unwrap_or_else(|| {
            json.mismatch("a token of visible ASCII characters");
            HeaderValue::from_static("")
        });
        Self { text, header }
    }
}

fn bearer(token: &str) -> Option<HeaderValue> {
    header::verbatim(token)?;
    let mut value = HeaderValue::try_from(format!("Bearer {token}")).ok()?;
    value.set_sensitive(true);
    Some(value)
}
