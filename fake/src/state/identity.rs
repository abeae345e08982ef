//! Identity of a person, as the mobile carriers store it.

use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};
use serde_json::{Map, Value};

use crate::api_error::ApiError;

/// Personal data of a verification request.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Name registered at the carrier.
    pub name: String,
    /// Phone number, digits only.
    pub phone: String,
    /// Carrier, with the suffix `_MVNO` for virtual operators.
    pub carrier: String,
    /// First digit of the second half of the resident registration number.
    digit: u8,
    born: Date,
}

impl Identity {
    /// Reads `name`, `phone`, `birth`, `gender_digit`, `carrier` and `is_mvno`.
    ///
    /// # Errors
    /// 400 when a value is invalid.
    pub fn of(values: &Map<String, Value>) -> Result<Self, ApiError> {
        let text = |name| values.get(name).and_then(Value::as_str).unwrap_or_default();
        let digit = match text("gender_digit").as_bytes() {
            [digit @ b'1'..=b'8'] => digit - b'0',
            _ => return Err(ApiError::bad_request("gender_digit must be between 1 and 8")),
        };
        let phone = digits(text("phone"));
        if !(9..=11).contains(&phone.len()) {
            return Err(ApiError::bad_request("phone must have 9 to 11 digits"));
        }
        let born = born(&digits(text("birth")), digit)
            .ok_or_else(|| ApiError::bad_request("birth must be a date in the format YYMMDD"))?;
        let suffix = if values.get("is_mvno") == Some(&Value::Bool(true)) { "_MVNO" } else { "" };
        let carrier = format!("{}{suffix}", text("carrier"));
        Ok(Self { name: text("name").to_owned(), phone, carrier, digit, born })
    }

    /// Returns `male` or `female`.
    pub fn gender(&self) -> &'static str {
        if self.digit % 2 == 1 { "male" } else { "female" }
    }

    /// Returns `true` if the person is registered as a foreigner.
    pub fn is_foreign(&self) -> bool {
        self.digit >= 5
    }

    /// Returns the date of birth in the format `1990-01-31`.
    pub fn birthday(&self) -> String {
        self.born.to_string()
    }

    /// Returns the start of the date of birth in Korea, in Unix seconds.
    pub fn birth(&self) -> i64 {
        let korea = TimeZone::fixed(offset(9));
        self.born.to_zoned(korea).map_or(0, |day| day.timestamp().as_second())
    }

    /// Returns the age in Korea in completed years.
    pub fn age(&self, now: i64) -> i16 {
        let korea = TimeZone::fixed(offset(9));
        let today = Timestamp::from_second(now).map(|now| now.to_zoned(korea).date());
        today.map_or(0, |today| {
            let is_before_birthday =
                (today.month(), today.day()) < (self.born.month(), self.born.day());
            today.year() - self.born.year() - i16::from(is_before_birthday)
        })
    }

    /// Returns a key of the given length that identifies the person at a site.
    pub fn key(&self, site: &str, length: usize) -> String {
        let part = |number: usize| {
            let mut hasher = DefaultHasher::new();
            (number, site, &self.name, self.birthday(), self.digit).hash(&mut hasher);
            format!("{:016x}", hasher.finish())
        };
        let mut key: String = (0..length.div_ceil(16)).map(part).collect();
        key.truncate(length);
        key
    }
}

/// Drops all separators.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Reads a date of birth; the gender digit determines the century.
fn born(birth: &str, digit: u8) -> Option<Date> {
    let century = if matches!(digit, 1 | 2 | 5 | 6) { "19" } else { "20" };
    Date::strptime("%Y%m%d", format!("{century}{birth}")).ok()
}
