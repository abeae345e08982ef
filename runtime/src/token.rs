//! The access token and how long it lasts.

use std::time::{Duration, Instant};

use reqwest::header::HeaderValue;

use crate::header;
use crate::json::{FromJson, Json, Mismatch};
use crate::operation::{Authorization, Method, Operation};

pub(crate) const GET_TOKEN: Operation = Operation {
    name: "authentication.get_token",
    method: Method::Post,
    route: "/users/getToken",
    authorization: Authorization::None,
    repeatable: true,
    gateways: &[],
    parameters: &[],
};

/// The server hands out the same token until this long before its end: asking earlier gains nothing.
const RENEWAL: Duration = Duration::from_secs(60);

/// An access token, ready to be sent.
#[derive(Clone)]
pub(crate) struct Token {
    header: HeaderValue,
    asked: Instant,
    lifetime: Duration,
}

impl Token {
    /// `asked` is when the request for it was begun: the server's clock cannot have been read
    /// before that, so the token never ends sooner than believed.
    pub(crate) fn new(grant: Grant, asked: Instant) -> Self {
        Self { header: grant.access_token.0, asked, lifetime: grant.lifetime }
    }

    pub(crate) fn header(&self) -> &HeaderValue {
        &self.header
    }

    pub(crate) fn is_fresh(&self) -> bool {
        self.lifetime.saturating_sub(self.asked.elapsed()) >= RENEWAL
    }
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        self.header == other.header
    }
}

/// The server's answer to a request for a token.
pub(crate) struct Grant {
    access_token: Bearer,
    lifetime: Duration,
}

impl FromJson for Grant {
    fn from_json(json: Json<'_>) -> Result<Self, Mismatch> {
        let object = json.object()?;
        let Seconds(now) = object.required("now")?;
        let Seconds(expired_at) = object.required("expired_at")?;
        // Two readings of one clock, which need not be right.
        let lifetime = u64::try_from(expired_at.saturating_sub(now)).unwrap_or(0);
        Ok(Self {
            access_token: object.required("access_token")?,
            lifetime: Duration::from_secs(lifetime),
        })
    }
}

/// Not a timestamp: a clock that is wildly wrong may be beyond the years that those can hold.
struct Seconds(i64);

impl FromJson for Seconds {
    fn from_json(json: Json<'_>) -> Result<Self, Mismatch> {
        json.seconds().map(Self)
    }
}

/// The value of the `Authorization` header.
struct Bearer(HeaderValue);

impl FromJson for Bearer {
    fn from_json(json: Json<'_>) -> Result<Self, Mismatch> {
        let token = String::from_json(json)?;
        bearer(&token).map(Self).ok_or_else(|| json.mismatch("a token of visible ASCII characters"))
    }
}

fn bearer(token: &str) -> Option<HeaderValue> {
    header::verbatim(token)?;
    let mut value = HeaderValue::try_from(format!("Bearer {token}")).ok()?;
    value.set_sensitive(true);
    Some(value)
}
