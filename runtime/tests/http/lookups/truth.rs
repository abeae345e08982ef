//! The state of a record, and the answers to look-ups of it.

use fastrand::Rng;

use crate::fixture::{NO_PROOF, NO_RECORD};

/// A status and a body; no answer at all for 0.
pub(super) type StatusAndBody = (u16, String);

/// The kind of a request, by what it does to the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RequestKind {
    Create,
    Delete,
    /// Takes 300 off the balance of 1,000.
    Refund,
}

impl RequestKind {
    pub(super) fn random(random: &mut Rng) -> Self {
        [Self::Create, Self::Delete, Self::Refund][random.usize(..3)]
    }

    /// The truth about the record.
    pub(super) fn answer(self, id: &str, is_done: bool) -> StatusAndBody {
        match (self, is_done) {
            (Self::Create, false) | (Self::Delete, true) => (404, NO_RECORD.to_owned()),
            (Self::Create, true) | (Self::Delete, false) => payment(id, 1000, 0),
            (Self::Refund, is_done) => payment(id, 1000, if is_done { 300 } else { 0 }),
        }
    }
}

/// The way in which a look-up is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lookup {
    Truth,
    /// One of the answers that prove nothing.
    NoProof(usize),
    /// The truth about another record, or of another request.
    Shifted {
        is_done: bool,
    },
    /// The record, and another one.
    Mixed {
        is_done: bool,
    },
    /// The record with another amount; of a refund, with a balance that nobody expects.
    OtherAmount,
    Status(u16),
    Cut,
    Reset,
    Stall,
}

impl Lookup {
    pub(super) fn random(random: &mut Rng) -> Self {
        let is_done = random.bool();
        match random.u32(..200) {
            0 => Self::Stall,
            1..=79 => Self::Truth,
            80..=119 => Self::NoProof(random.usize(..NO_PROOF.len())),
            120..=139 => Self::Shifted { is_done },
            140..=149 => Self::Mixed { is_done },
            150..=159 => Self::OtherAmount,
            160..=179 => Self::Status([401, 403, 429, 500, 502, 503, 504][random.usize(..7)]),
            180..=189 => Self::Cut,
            _ => Self::Reset,
        }
    }

    pub(super) fn answer(self, kind: RequestKind, id: &str, is_done: bool) -> StatusAndBody {
        let other = format!("{id}0");
        match self {
            Self::Truth | Self::Cut => kind.answer(id, is_done),
            Self::NoProof(number) => {
                let (status, body) = NO_PROOF[number];
                (status, body.to_owned())
            }
            // A missing record has no name: the 404 of another one cannot be told from its own.
            Self::Shifted { is_done } => payment(&other, 1000, if is_done { 300 } else { 0 }),
            Self::Mixed { is_done } => {
                let cancelled = if is_done { 300 } else { 0 };
                envelope(&format!("[{},{}]", record(id, 1000, cancelled), record(&other, 1000, 0)))
            }
            // The amount of a record that is to be deleted is no concern of the request.
            Self::OtherAmount if kind == RequestKind::Delete => payment(&other, 999, 0),
            Self::OtherAmount => payment(id, 999, 0),
            Self::Status(status) => (status, NO_RECORD.to_owned()),
            Self::Reset | Self::Stall => (0, String::new()),
        }
    }
}

fn payment(id: &str, amount: u32, cancelled: u32) -> StatusAndBody {
    envelope(&record(id, amount, cancelled))
}

fn record(id: &str, amount: u32, cancelled: u32) -> String {
    format!(r#"{{"imp_uid":"{id}","amount":{amount},"cancel_amount":{cancelled}}}"#)
}

fn envelope(response: &str) -> StatusAndBody {
    (200, format!(r#"{{"code":0,"message":null,"response":{response}}}"#))
}
