//! The `Retry-After` header.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::RETRY_AFTER;

/// The delay that the server asks for, in seconds or as a date; zero if there is none or it is invalid.
pub(super) fn read(headers: &HeaderMap, now: SystemTime) -> Duration {
    let value = headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match value.trim().parse() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => duration_until(value, now),
    }
}

fn duration_until(date: &str, now: SystemTime) -> Duration {
    let date = httpdate::parse_http_date(date.trim());
    date.ok().and_then(|date| date.duration_since(now).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_dates_are_read() {
        let now = httpdate::parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT").unwrap();
        for (value, seconds) in [
            ("0", 0),
            (" 120 ", 120),
            ("18446744073709551615", u64::MAX),
            ("Sun, 06 Nov 1994 08:50:37 GMT", 60),
            ("Sun, 06 Nov 1994 08:49:00 GMT", 0),
            ("soon", 0),
            ("-5", 0),
            ("1.5", 0),
            ("", 0),
        ] {
            let headers = HeaderMap::from_iter([(RETRY_AFTER, value.parse().unwrap())]);
            assert_eq!(read(&headers, now), Duration::from_secs(seconds), "{value}");
        }
        assert_eq!(read(&HeaderMap::new(), now), Duration::ZERO);
    }
}
