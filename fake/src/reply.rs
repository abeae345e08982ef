//! What is sent back, and how.

use bytes::Bytes;
use serde_json::Value;

use crate::answer::{Answer, envelope};
use crate::refusal::Refusal;

/// An answer, or what a fault made of it.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The `code` of the envelope, if it is one.
    pub code: Option<i64>,
    /// JSON.
    pub body: Bytes,
    /// Seconds after which to come again.
    pub retry_after: Option<u64>,
    /// How it is sent.
    pub manner: Manner,
}

/// How much of a reply reaches the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// All of it.
    Whole,
    /// Half of it; then the connection ends.
    Cut,
    /// None of it: the connection is reset.
    Reset,
}

impl Reply {
    /// Any JSON.
    pub fn json(status: u16, body: &Value) -> Self {
        let body = body.to_string().into();
        Self { status, code: None, body, retry_after: None, manner: Manner::Whole }
    }

    /// The envelope.
    pub fn of(answer: &Answer) -> Self {
        let (status, body) = envelope(answer);
        let code = body.get("code").and_then(Value::as_i64);
        Self { code, ..Self::json(status, &body) }
    }

    /// The envelope of a refusal.
    pub fn refused(refusal: Refusal) -> Self {
        Self::of(&Err(refusal))
    }

    /// An answer to a call that is not carried out, for a fault to fill.
    pub fn nothing() -> Self {
        Self::json(200, &Value::Null)
    }

    /// The status, if it reaches the client.
    pub fn sent_status(&self) -> Option<u16> {
        (self.manner != Manner::Reset).then_some(self.status)
    }

    /// The code, if it reaches the client.
    pub fn sent_code(&self) -> Option<i64> {
        self.code.filter(|_| self.manner == Manner::Whole)
    }
}
