//! What a fault does to a request.

use std::fmt;

use crate::refusal::Refusal;
use crate::reply::{Manner, Reply};

/// What a proxy in trouble sends, in an encoding that is not even text.
const GARBAGE: &[u8] = b"<html>\xff\xfe Bad Gateway";

/// What goes wrong.
#[derive(Clone, Debug)]
pub enum Effect {
    /// The answer is only late.
    Nothing,
    /// There is no answer.
    Reset {
        /// Whether the call is carried out all the same.
        carried_out: bool,
    },
    /// There is half an answer.
    Truncated,
    /// The answer is no JSON.
    Garbage,
    /// The answer is an error of HTTP.
    Status {
        /// The status.
        status: u16,
        /// Whether the call is carried out all the same.
        carried_out: bool,
    },
    /// 429
    TooMany {
        /// Seconds.
        retry_after: u64,
    },
    /// 401
    Unauthorized,
    /// 200, and a code.
    Refusal {
        /// The code.
        code: i64,
        /// Why.
        message: String,
    },
    /// 207
    Partial,
}

impl Effect {
    /// Whether it is one that can happen.
    ///
    /// # Errors
    /// Fails on a status that is no error, and on a code that is none.
    pub fn check(&self) -> Result<(), Refusal> {
        match self {
            Self::Status { status, .. } if !(400..600).contains(status) => {
                Err(Refusal::invalid(format!("{status} is no status of an error")))
            }
            Self::Refusal { code: 0, .. } => Err(Refusal::invalid("code 0 is no refusal")),
            _ => Ok(()),
        }
    }

    /// Whether the call is carried out.
    pub fn carries_out(&self) -> bool {
        match self {
            Self::Reset { carried_out } | Self::Status { carried_out, .. } => *carried_out,
            Self::TooMany { .. } | Self::Unauthorized | Self::Refusal { .. } => false,
            Self::Nothing | Self::Truncated | Self::Garbage | Self::Partial => true,
        }
    }

    /// Whether it has happened to this answer. Who names no item has none that could fail.
    pub fn has_happened(&self, reply: &Reply) -> bool {
        !matches!(self, Self::Partial) || reply.status == 207
    }

    /// What is sent in the place of an answer, or of no answer.
    pub fn spoil(&self, reply: Reply) -> Reply {
        match self {
            Self::Nothing | Self::Partial => reply,
            Self::Reset { .. } => Reply { manner: Manner::Reset, ..reply },
            Self::Truncated => Reply { manner: Manner::Cut, ..reply },
            Self::Garbage => Reply { body: GARBAGE.into(), code: None, ..reply },
            Self::Status { status, .. } => {
                Reply::refused(Refusal::new(*status, "the server is in trouble"))
            }
            Self::TooMany { retry_after } => Reply {
                retry_after: Some(*retry_after),
                ..Reply::refused(Refusal::new(429, "there are too many requests"))
            },
            Self::Unauthorized => Reply::refused(Refusal::unauthorized("the token is not known")),
            Self::Refusal { code, message } => {
                Reply::refused(Refusal { code: *code, ..Refusal::new(200, message.clone()) })
            }
        }
    }
}

/// The name that it is injected by over HTTP.
impl fmt::Display for Effect {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Nothing => "latency",
            Self::Reset { carried_out: false } => "reset_before",
            Self::Reset { carried_out: true } => "reset_after",
            Self::Truncated => "truncated",
            Self::Garbage => "garbage",
            Self::Status { carried_out: false, .. } => "status",
            Self::Status { carried_out: true, .. } => "status_after",
            Self::TooMany { .. } => "too_many_requests",
            Self::Unauthorized => "unauthorized",
            Self::Refusal { .. } => "refusal",
            Self::Partial => "partial",
        })
    }
}
