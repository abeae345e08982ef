//! The faults of an attempt.

use fastrand::Rng;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// All goes well.
    None,
    /// All goes well, and takes a while.
    Slow,
    /// All goes well, and the connection is closed afterwards without a word.
    Stale,
    /// Nobody listens.
    Refused,
    /// The connection is reset before anything was read.
    ResetBefore,
    /// The connection is reset when everything was read.
    ResetAfter,
    /// No answer begins.
    StalledHead,
    /// An answer begins and does not end.
    StalledBody,
    /// An answer begins, and the connection ends.
    CutBody,
    /// An answer that is no JSON.
    Garbage,
    /// A refused token.
    Unauthorized,
    /// A status, perhaps with the seconds to stay away.
    Status(u16, Option<u32>),
}

/// Longer than any deadline.
const FAR: u32 = 3600;

const ALL: &[Fault] = &[
    Fault::None,
    Fault::None,
    Fault::Slow,
    Fault::Refused,
    Fault::Refused,
    Fault::ResetBefore,
    Fault::ResetAfter,
    Fault::StalledHead,
    Fault::StalledBody,
    Fault::CutBody,
    Fault::Garbage,
    Fault::Unauthorized,
    Fault::Status(404, None),
    Fault::Status(429, Some(0)),
    Fault::Status(429, Some(FAR)),
    Fault::Status(500, None),
    Fault::Status(501, None),
    Fault::Status(502, None),
    Fault::Status(503, Some(0)),
    Fault::Status(504, None),
];

impl Fault {
    pub(super) fn random(random: &mut Rng) -> Self {
        ALL[random.usize(..ALL.len())]
    }

    /// The fault that is shown like this.
    pub(super) fn parse(shown: &str) -> Self {
        let known = ALL.iter().chain(&[Self::Stale]);
        *known.clone().find(|fault| format!("{fault:?}") == shown).unwrap()
    }

    /// True if the server carries out the request.
    pub(super) fn acts(self) -> bool {
        match self {
            Self::Refused | Self::ResetBefore | Self::Unauthorized => false,
            Self::Status(status, _) => status >= 500 && status != 501,
            _ => true,
        }
    }

    /// True if only a timeout of the client ends it.
    pub(super) fn stalls(self) -> bool {
        matches!(self, Self::StalledHead | Self::StalledBody)
    }

    /// True if retrying an idempotent request may help.
    fn may_pass(self) -> bool {
        match self {
            Self::Status(_, Some(FAR)) => false,
            Self::Status(status, _) => matches!(status, 429 | 500 | 502 | 503 | 504),
            Self::None | Self::Slow | Self::Stale | Self::Garbage | Self::Unauthorized => false,
            _ => true,
        }
    }

    /// True if any request can be retried.
    fn is_unsent(self) -> bool {
        self == Self::Refused
    }

    fn is_success(self) -> bool {
        matches!(self, Self::None | Self::Slow | Self::Stale)
    }
}

/// The documented result of these faults: success or not, and the number of attempts.
pub(super) fn promise(faults: &[Fault], idempotent: bool, attempts: u32) -> (bool, usize) {
    let (mut counted, mut renewed) = (0, false);
    for (index, fault) in faults.iter().enumerate() {
        counted += 1;
        if fault.is_success() {
            return (true, index + 1);
        }
        let again = match *fault {
            Fault::Unauthorized if !renewed => {
                (renewed, counted) = (true, counted - 1);
                continue;
            }
            fault if idempotent => fault.may_pass(),
            fault => fault.is_unsent(),
        };
        if !again || counted >= attempts {
            return (false, index + 1);
        }
    }
    unreachable!("there are more faults than attempts")
}
