//! Card of a request, and the card fields of responses.

use jiff::Timestamp;
use jiff::tz::{TimeZone, offset};
use serde_json::{Map, Value, json};

use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::contract::Contract;
use crate::messages;

/// Numbers of digits that cards have.
const LENGTHS: std::ops::RangeInclusive<usize> = 14..=19;

/// Reads `card_number` and `expiry` of a request.
///
/// # Errors
/// 200 with code -1 when the number or the date is invalid, or the date is in the past. The message
/// begins with `refusal`.
pub fn read(call: &ApiCall<'_>, now: i64, refusal: &str) -> Result<Map<String, Value>, ApiError> {
    let number = call.required("card_number");
    if !is_number(number) {
        return Err(ApiError::declined(format!("{refusal} {}", messages::INVALID_CARD_NUMBER)));
    }
    match month(call.required("expiry")) {
        Some(last) if this_month(now).is_some_and(|current| current <= last) => {
            Ok(fields(call.contract, number))
        }
        _ => Err(ApiError::declined(refusal)),
    }
}

/// Returns `true` for a number that a card can have. The first digit of all payment cards is above 1.
fn is_number(text: &str) -> bool {
    let digits: String = text.chars().filter(|letter| !matches!(letter, '-' | ' ')).collect();
    digits.bytes().all(|byte| byte.is_ascii_digit())
        && LENGTHS.contains(&digits.len())
        && digits.as_bytes().first().is_some_and(|first| *first > b'1')
}

/// Reads a year and a month, with or without a hyphen between them.
fn month(text: &str) -> Option<(i16, i8)> {
    let digits = text.replace('-', "");
    let (year, month) = (digits.get(..4)?.parse().ok()?, digits.get(4..6)?.parse().ok()?);
    (digits.len() == 6 && (1..=12).contains(&month)).then_some((year, month))
}

/// Returns the year and the month in Korea.
fn this_month(now: i64) -> Option<(i16, i8)> {
    let korea = TimeZone::fixed(offset(9));
    let date = Timestamp::from_second(now).ok()?.to_zoned(korea).date();
    Some((date.year(), date.month()))
}

/// Returns the card fields of responses, with only the first six digits of the number.
pub fn fields(contract: &Contract, number: &str) -> Map<String, Value> {
    let digits: String = number.chars().filter(char::is_ascii_digit).take(6).collect();
    let bank = contract.title("Bank", "088");
    let card = json!({
        "card_code": "366", "card_name": "신한카드", "card_number": format!("{digits}**********"),
        "card_type": 0, "bank_code": null, "bank_name": null, "card_issuer_name": bank,
    });
    let mut card = card.as_object().cloned().unwrap_or_default();
    card.retain(|_, value| !value.is_null());
    card
}
