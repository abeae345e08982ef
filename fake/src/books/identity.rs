//! Who a person is, as the phone carriers know it.

use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};
use serde_json::{Map, Value};

use crate::refusal::Refusal;

/// A person, by what every request says of one.
#[derive(Clone, Debug)]
pub struct Identity {
    /// As the carrier has it.
    pub name: String,
    /// Digits only.
    pub phone: String,
    /// The carrier, virtual operators told apart.
    pub carrier: String,
    /// The first digit of the second half of the resident registration number.
    digit: u8,
    born: Date,
}

impl Identity {
    /// What these values say: `name`, `phone`, `birth`, `gender_digit`, `carrier` and `is_mvno`.
    ///
    /// # Errors
    /// 400 when nobody can be that.
    pub fn of(values: &Map<String, Value>) -> Result<Self, Refusal> {
        let text = |name| values.get(name).and_then(Value::as_str).unwrap_or_default();
        let digit = match text("gender_digit").as_bytes() {
            [digit @ b'1'..=b'8'] => digit - b'0',
            _ => return Err(Refusal::invalid("gender_digit is none of 1 to 8")),
        };
        let phone = digits(text("phone"));
        if !(9..=11).contains(&phone.len()) {
            return Err(Refusal::invalid("phone is no number of a telephone"));
        }
        let born = born(&digits(text("birth")), digit)
            .ok_or_else(|| Refusal::invalid("birth is no day like 900131"))?;
        let suffix = if values.get("is_mvno") == Some(&Value::Bool(true)) { "_MVNO" } else { "" };
        let carrier = format!("{}{suffix}", text("carrier"));
        Ok(Self { name: text("name").to_owned(), phone, carrier, digit, born })
    }

    /// `male` or `female`
    pub fn gender(&self) -> &'static str {
        if self.digit % 2 == 1 { "male" } else { "female" }
    }

    /// Whether the register of residents has the person as a foreigner.
    pub fn is_foreign(&self) -> bool {
        self.digit >= 5
    }

    /// `1990-01-31`
    pub fn birthday(&self) -> String {
        self.born.to_string()
    }

    /// When the day of birth began in Korea, in Unix seconds.
    pub fn birth(&self) -> i64 {
        let korea = TimeZone::fixed(offset(9));
        self.born.to_zoned(korea).map_or(0, |day| day.timestamp().as_second())
    }

    /// The same text of so many characters for the same person, and within one site for a site.
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

/// Signs between the digits are dropped.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The century is in the digit that tells the sex.
fn born(birth: &str, digit: u8) -> Option<Date> {
    let century = if matches!(digit, 1 | 2 | 5 | 6) { "19" } else { "20" };
    Date::strptime("%Y%m%d", format!("{century}{birth}")).ok()
}
