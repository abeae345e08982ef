//! The identifier of an intent, which sorts by time.

use std::error::Error;
use std::fmt;
use std::process;
use std::str::FromStr;

use jiff::Timestamp;

use crate::error::report;

/// The number of hexadecimal digits.
const DIGITS: usize = 32;
/// The bits below the time: 32 of the process and 48 at random.
const TIME_SHIFT: u32 = 80;
const PROCESS_SHIFT: u32 = 48;

/// The identifier of an [`Intent`](crate::Intent): 32 lower-case hexadecimal digits that sort by time.
///
/// The first 12 digits are the time in Unix milliseconds, by the clock of the machine that recorded it.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IntentId(u128);

/// A text that is not an [`IntentId`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct InvalidIntentId;

impl IntentId {
    /// Creates an identifier of this moment.
    pub(crate) fn now() -> Self {
        Self::at(Timestamp::now(), fastrand::u64(..))
    }

    /// The process is part of it, because a forked process repeats the random numbers of its parent.
    fn at(time: Timestamp, random: u64) -> Self {
        let milliseconds = u128::try_from(time.as_millisecond()).unwrap_or(0);
        let process = u128::from(process::id()) << PROCESS_SHIFT;
        let random = u128::from(random) & ((1 << PROCESS_SHIFT) - 1);
        Self((milliseconds << TIME_SHIFT) | process | random)
    }

    /// The time of the identifier, by the clock of the machine that recorded it.
    pub fn time(&self) -> Timestamp {
        let milliseconds = i64::try_from(self.0 >> TIME_SHIFT).unwrap_or(i64::MAX);
        Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::MAX)
    }
}

impl fmt::Display for IntentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for IntentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IntentId({self})")
    }
}

impl FromStr for IntentId {
    type Err = InvalidIntentId;

    fn from_str(text: &str) -> Result<Self, InvalidIntentId> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if text.len() != DIGITS || !text.bytes().all(is_digit) {
            return Err(InvalidIntentId);
        }
        u128::from_str_radix(text, 16).map(Self).map_err(|_| InvalidIntentId)
    }
}

impl fmt::Display for InvalidIntentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the identifier of an intent is 32 lower-case hexadecimal digits")
    }
}

impl fmt::Debug for InvalidIntentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        report(self, f)
    }
}

impl Error for InvalidIntentId {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_sort_by_time_as_texts_too() {
        let at = |milliseconds| {
            IntentId::at(Timestamp::from_millisecond(milliseconds).unwrap(), fastrand::u64(..))
        };
        let ids = [at(0), at(1), at(1_000_000), at(1_800_000_000_000), at(1_800_000_000_001)];
        assert!(ids.is_sorted());
        assert!(ids.map(|id| id.to_string()).is_sorted());
        assert_eq!(ids[3].time().as_millisecond(), 1_800_000_000_000);
    }

    #[test]
    fn the_written_text_is_read_back_and_no_other() {
        let id = IntentId::now();
        let text = id.to_string();
        assert_eq!(text.parse(), Ok(id));
        let too_long = format!("{text}0");
        for invalid in ["", &text[1..], &too_long, &text.to_uppercase().replace('0', "F"), "+"] {
            assert_eq!(invalid.parse::<IntentId>(), Err(InvalidIntentId), "{invalid}");
        }
        let signed = format!("+{}", &text[1..]);
        assert_eq!(signed.parse::<IntentId>(), Err(InvalidIntentId));
        assert!(
            "ffffffffffffffffffffffffffffffff"
                .parse::<IntentId>()
                .is_ok_and(|id| id.time() == Timestamp::MAX)
        );
    }

    #[test]
    fn no_two_are_equal() {
        let ids: std::collections::HashSet<_> = (0..10_000).map(|_| IntentId::now()).collect();
        assert_eq!(ids.len(), 10_000);
    }
}
