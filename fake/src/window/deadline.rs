//! Deadline of a virtual account: the parameter `vbank_due`.

use jiff::civil::DateTime;
use jiff::tz::{TimeZone, offset};

use crate::api_error::ApiError;

/// Time of a deadline that is a date alone.
const END_OF_DAY: &str = "235959";

/// Parses `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-MM-DD HH:mm:ss` or `YYYYMMDDHHmmss`, in Korea.
///
/// # Errors
/// 400 when it is none of them, or in the past.
pub fn parse(text: &str, now: i64) -> Result<i64, ApiError> {
    let due = second(text).ok_or_else(|| {
        ApiError::bad_request("vbank_due must be YYYY-MM-DD, YYYYMMDD or YYYYMMDDHHmmss")
    })?;
    match due > now {
        true => Ok(due),
        false => Err(ApiError::bad_request("vbank_due is in the past")),
    }
}

fn second(text: &str) -> Option<i64> {
    let mut digits: String =
        text.chars().filter(|letter| !matches!(letter, '-' | ':' | ' ')).collect();
    if digits.len() == 8 {
        digits.push_str(END_OF_DAY);
    }
    if digits.len() != 14 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let time = DateTime::strptime("%Y%m%d%H%M%S", &digits).ok()?;
    Some(time.to_zoned(TimeZone::fixed(offset(9))).ok()?.timestamp().as_second())
}
