//! The line of a journal file that cannot be read.

use std::fmt;

use jiff::Timestamp;

/// A line that is damaged, or of a later version, and the times of the intents around it.
pub(super) struct UnreadableLine {
    pub(super) number: usize,
    pub(super) after: Option<Timestamp>,
    pub(super) before: Option<Timestamp>,
}

/// Formats what a person does about it.
impl fmt::Display for UnreadableLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = |time: Option<Timestamp>, end: &str| {
            time.map_or_else(|| end.to_owned(), |time| format!("{time:.0}"))
        };
        let number = self.number;
        let (after, before) = (time(self.after, "the first one"), time(self.before, "now"));
        write!(
            f,
            "line {number} is damaged, or of a later version, and can be an intent whose outcome is unknown: \
            compare the requests between {after} and {before} with PortOne's console, stop the programs that \
            use the journal, and delete the line"
        )
    }
}
