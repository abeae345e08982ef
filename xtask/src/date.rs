//! Calendar dates in ISO 8601, as options take them and files record them.

use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;

/// A day, such as `2026-07-27`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date(String);

const LENGTH: usize = "2026-07-27".len();

impl Date {
    /// The current day in UTC, so that it is the same on every machine.
    pub fn today() -> Self {
        let mut text = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
        text.truncate(LENGTH);
        Self(text)
    }
}

/// The only date in a name, such as that of `docs-2026-07-27-raw.json`; of two, neither is it.
pub fn only_date_in(name: &str) -> Option<Date> {
    let ends_with_digit = |text: &str| text.ends_with(|last: char| last.is_ascii_digit());
    let starts_with_digit = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    let mut dates = name.char_indices().filter_map(|(start, _)| {
        let (before, rest) = name.split_at(start);
        let (text, after) = rest.split_at_checked(LENGTH)?;
        let is_whole = !ends_with_digit(before) && !starts_with_digit(after);
        text.parse().ok().filter(|_| is_whole)
    });
    let first = dates.next()?;
    dates.all(|other| other == first).then_some(first)
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let midnight = format!("{text}T00:00:00Z");
        match humantime::parse_rfc3339(&midnight) {
            Ok(_) if text.len() == LENGTH => Ok(Self(text.to_owned())),
            _ => Err("expected a date as YYYY-MM-DD".to_owned()),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, only_date_in};

    #[test]
    fn dates_of_the_calendar_are_accepted() {
        for text in ["2026-07-27", "2024-02-29"] {
            assert_eq!(text.parse::<Date>().map(|date| date.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn other_texts_are_rejected() {
        for text in ["2026-13-01", "2026-02-30", "2026-7-27", "2026-07-27T", "description", ""] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_only_date_in_a_name_is_found() {
        for name in [
            "2026-07-27",
            "2026-07-27.json",
            "docs-2026-07-27-raw.json",
            "문서2026-07-27.2026-07-27",
        ] {
            let found = only_date_in(name).map(|date| date.to_string());
            assert_eq!(found.as_deref(), Some("2026-07-27"), "{name}");
        }
    }

    #[test]
    fn other_names_have_no_date() {
        for name in
            ["docs.json", "2026-01-01-to-2026-07-27", "12026-07-27", "2026-07-271", "2026-02-30"]
        {
            assert_eq!(only_date_in(name), None, "{name}");
        }
    }

    #[test]
    fn today_is_a_date() {
        let today = Date::today();
        assert_eq!(today.to_string().parse(), Ok(today));
    }
}
