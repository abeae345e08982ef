//! The response to a token request.

use std::time::Duration;

use http::HeaderValue;

use crate::json::{FromJson, Json, SECONDS};
use crate::request::header;

/// A token, with two times by the server's clock, which may be wrong.
#[derive(Clone)]
pub(crate) struct TokenResponse {
    access_token: AccessToken,
    pub(super) now: i64,
    pub(super) expired_at: i64,
}

impl TokenResponse {
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

impl FromJson for TokenResponse {
    fn from_json(json: Json<'_>) -> Self {
        let mut object = json.object();
        let Seconds(now) = object.required("now");
        let Seconds(expired_at) = object.required("expired_at");
        Self { access_token: object.required("access_token"), now, expired_at }
    }
}

/// Unix seconds. A timestamp could not hold those of a clock that is far off.
pub(super) struct Seconds(pub(super) i64);

impl FromJson for Seconds {
    fn from_json(json: Json<'_>) -> Self {
        Self(json.expect(SECONDS, json.seconds()))
    }
}

/// A token, also as the value of a header.
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
    header::from_visible_ascii(token)?;
    let mut value = HeaderValue::try_from(format!("Bearer {token}")).ok()?;
    value.set_sensitive(true);
    Some(value)
}
