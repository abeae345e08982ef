//! Access tokens: valid for 1,800 seconds, and shared by all requests for a token.

use serde_json::{Value, json};

use crate::api_error::ApiError;

/// Lifetime of a token, in seconds.
const LIFETIME: i64 = 1_800;
/// Remaining lifetime below which a request for a token extends it, in seconds.
const EXTENSION_WINDOW: i64 = 60;
/// Extension, in seconds.
const EXTENSION: i64 = 300;

/// The merchant's credentials and the current token.
#[derive(Clone, Debug)]
pub struct TokenIssuer {
    credentials: Credentials,
    issued: u64,
    current: Option<AccessToken>,
}

#[derive(Clone)]
struct Credentials {
    key: String,
    secret: String,
}

#[derive(Clone)]
struct AccessToken {
    text: String,
    expires: i64,
}

impl TokenIssuer {
    /// Creates an issuer without a token.
    pub fn new(key: impl Into<String>, secret: impl Into<String>) -> Self {
        let credentials = Credentials { key: key.into(), secret: secret.into() };
        Self { credentials, issued: 0, current: None }
    }

    /// Returns the current token, or a new one.
    ///
    /// # Errors
    /// 401 when the credentials are incorrect.
    pub fn issue(&mut self, key: &str, secret: &str, now: i64) -> Result<Value, ApiError> {
        if key != self.credentials.key || secret != self.credentials.secret {
            return Err(ApiError::unauthorized("imp_key or imp_secret is incorrect"));
        }
        let token = self.current(now);
        Ok(json!({ "access_token": token.text, "now": now, "expired_at": token.expires }))
    }

    fn current(&mut self, now: i64) -> AccessToken {
        match &mut self.current {
            Some(token) if token.expires > now => {
                if token.expires - now < EXTENSION_WINDOW {
                    token.expires += EXTENSION;
                }
                token.clone()
            }
            _ => self.next(now),
        }
    }

    fn next(&mut self, now: i64) -> AccessToken {
        self.issued += 1;
        let text = format!("token-{}-of-the-fake", self.issued);
        let token = AccessToken { text, expires: now + LIFETIME };
        self.current = Some(token.clone());
        token
    }

    /// Checks the token of a request.
    ///
    /// # Errors
    /// 401 when it is missing, unknown or expired.
    pub fn check(&self, token: Option<&str>, now: i64) -> Result<(), ApiError> {
        let Some(token) = token else {
            return Err(ApiError::unauthorized("the access token is missing"));
        };
        match &self.current {
            Some(current) if current.text == token && current.expires > now => Ok(()),
            Some(current) if current.text == token => {
                Err(ApiError::unauthorized("the access token has expired"))
            }
            _ => Err(ApiError::unauthorized("the access token is unknown")),
        }
    }

    /// Invalidates the current token.
    pub fn revoke(&mut self) {
        self.current = None;
    }
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Credentials(<redacted>)")
    }
}

impl std::fmt::Debug for AccessToken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("AccessToken")
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}
