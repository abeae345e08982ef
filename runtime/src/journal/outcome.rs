//! The outcome of an intent.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use crate::error::report;

/// The outcome of a recorded request, as far as it is known.
///
/// Several can be recorded of one request, by several processes. An outcome replaces one of the same
/// [`rank`](Self::rank) or of a lower one, so a closed intent stays closed, and what the server answered
/// outweighs what reads have shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// The server answered with success. Closes the intent.
    Done,
    /// The server rejected the request, and has not acted. Closes the intent.
    Rejected,
    /// Nothing of the request was sent. Closes the intent.
    NotSent,
    /// The response was lost: the server may have acted.
    Unknown,
    /// The future of the call was dropped: the server may have acted, and may still act.
    Dropped,
    /// Reads have shown that the request was carried out. Closes the intent.
    FoundDone,
    /// Reads have shown a payment that was declined: no money was moved. Closes the intent.
    FoundDeclined,
    /// Reads have shown that the request was not carried out. Closes the intent.
    FoundNotDone,
    /// A person has looked it up. Closes the intent.
    ClosedByHand,
}

/// A text that is not the name of an [`Outcome`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct UnknownOutcome;

impl Outcome {
    const ALL: [Self; 9] = [
        Self::Done,
        Self::Rejected,
        Self::NotSent,
        Self::Unknown,
        Self::Dropped,
        Self::FoundDone,
        Self::FoundDeclined,
        Self::FoundNotDone,
        Self::ClosedByHand,
    ];

    /// The name to store: `done`, `found_not_done`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Rejected => "rejected",
            Self::NotSent => "not_sent",
            Self::Unknown => "unknown",
            Self::Dropped => "dropped",
            Self::FoundDone => "found_done",
            Self::FoundDeclined => "found_declined",
            Self::FoundNotDone => "found_not_done",
            Self::ClosedByHand => "closed_by_hand",
        }
    }

    /// True if the intent is still open.
    pub fn is_open(self) -> bool {
        self.rank() == 0
    }

    /// The weight of an outcome: 0 if it leaves the intent open, 1 for what was found out later, and 2 for
    /// what the call itself knew. Each replaces those of the same weight and of a lower one.
    pub fn rank(self) -> u8 {
        match self {
            Self::Unknown | Self::Dropped => 0,
            Self::FoundDone | Self::FoundDeclined | Self::FoundNotDone | Self::ClosedByHand => 1,
            Self::Done | Self::Rejected | Self::NotSent => 2,
        }
    }

    /// True if this outcome replaces another one that was recorded before it.
    pub fn replaces(self, earlier: Option<Self>) -> bool {
        earlier.is_none_or(|earlier| earlier.rank() <= self.rank())
    }
}

impl FromStr for Outcome {
    type Err = UnknownOutcome;

    fn from_str(text: &str) -> Result<Self, UnknownOutcome> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == text).ok_or(UnknownOutcome)
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for UnknownOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown outcome of an intent; it may be that of a later version")
    }
}

impl fmt::Debug for UnknownOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        report(self, f)
    }
}

impl Error for UnknownOutcome {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for outcome in Outcome::ALL {
            assert_eq!(outcome.as_str().parse(), Ok(outcome));
        }
        assert_eq!("Done".parse::<Outcome>(), Err(UnknownOutcome));
    }

    #[test]
    fn a_closed_intent_stays_closed_and_answers_outweigh_findings() {
        for closing in Outcome::ALL.into_iter().filter(|outcome| !outcome.is_open()) {
            assert!(closing.replaces(Some(Outcome::Dropped)));
            assert!(!Outcome::Dropped.replaces(Some(closing)));
            assert!(!Outcome::Unknown.replaces(Some(closing)));
            assert!(Outcome::Done.replaces(Some(closing)));
        }
        assert!(!Outcome::FoundNotDone.replaces(Some(Outcome::Done)));
        assert!(Outcome::FoundDone.replaces(Some(Outcome::FoundNotDone)));
        assert!(Outcome::Unknown.replaces(None));
    }
}
