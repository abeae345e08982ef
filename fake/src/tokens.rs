//! Access tokens: 1,800 seconds, and the same one for whoever asks again.

use serde_json::{Value, json};

use crate::refusal::Refusal;

/// How long a token is good for.
const LIFETIME: i64 = 1_800;
/// What is left of a token's time when asking for it makes it longer.
const LAST_MINUTE: i64 = 60;
/// How much longer.
const EXTENSION: i64 = 300;

/// The merchant's keys, and the token that was given out last.
#[derive(Clone, Debug)]
pub struct Tokens {
    keys: Keys,
    issued: u64,
    current: Option<Token>,
}

#[derive(Clone)]
struct Keys {
    key: String,
    secret: String,
}

#[derive(Clone)]
struct Token {
    text: String,
    expires: i64,
}

impl Tokens {
    /// No token yet.
    pub fn new(key: impl Into<String>, secret: impl Into<String>) -> Self {
        let keys = Keys { key: key.into(), secret: secret.into() };
        Self { keys, issued: 0, current: None }
    }

    /// The token for these keys.
    pub fn give(&mut self, key: &str, secret: &str, now: i64) -> Result<Value, Refusal> {
        if key != self.keys.key || secret != self.keys.secret {
            return Err(Refusal::unauthorized("these keys are not known"));
        }
        let token = self.current(now);
        Ok(json!({ "access_token": token.text, "now": now, "expired_at": token.expires }))
    }

    fn current(&mut self, now: i64) -> Token {
        match &mut self.current {
            Some(token) if token.expires > now => {
                if token.expires - now < LAST_MINUTE {
                    token.expires += EXTENSION;
                }
                token.clone()
            }
            _ => self.next(now),
        }
    }

    fn next(&mut self, now: i64) -> Token {
        self.issued += 1;
        let text = format!("token-{}-of-the-fake", self.issued);
        let token = Token { text, expires: now + LIFETIME };
        self.current = Some(token.clone());
        token
    }

    /// Whether a request may pass.
    pub fn check(&self, token: Option<&str>, now: i64) -> Result<(), Refusal> {
        let Some(token) = token else { return Err(Refusal::unauthorized("there is no token")) };
        match &self.current {
            Some(current) if current.text == token && current.expires > now => Ok(()),
            Some(current) if current.text == token => {
                Err(Refusal::unauthorized("the token has expired"))
            }
            _ => Err(Refusal::unauthorized("the token is not known")),
        }
    }

    /// Forgets the token before its time.
    pub fn revoke(&mut self) {
        self.current = None;
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Keys(<redacted>)")
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Token").field("expires", &self.expires).finish_non_exhaustive()
    }
}
