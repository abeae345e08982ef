//! Times, which the server sends as Unix seconds.

use jiff::Timestamp;

use super::reader::Json;

/// The expected value of a time.
pub(crate) const SECONDS: &str = "a time in Unix seconds";

/// Numbers that are times in this century only in another unit: with the number of units in a second.
const OTHER_UNITS: [(std::ops::Range<i64>, i64, &str); 2] = [
    (1_000_000_000_000..10_000_000_000_000, 1_000, "a time in milliseconds"),
    (1_000_000_000_000_000..10_000_000_000_000_000, 1_000_000, "a time in microseconds"),
];

impl Json<'_> {
    /// A time. One in another unit, or in RFC 3339 with its offset, has only one reading.
    pub(super) fn timestamp(self) -> Option<Timestamp> {
        let Some(number) = self.seconds() else {
            let time = self.scalar_text()?.parse().ok()?;
            self.repair_found(SECONDS, "a time in RFC 3339");
            return Some(time);
        };
        let other = OTHER_UNITS.iter().find(|(numbers, _, _)| numbers.contains(&number));
        let Some((_, units, found)) = other else { return Timestamp::from_second(number).ok() };
        self.repair_found(SECONDS, found);
        Timestamp::from_second(number / units).ok()
    }
}
