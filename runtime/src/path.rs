//! Filling the placeholders of a route.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::call::Refusal;
use crate::json::Fields;

/// Everything but the unreserved characters of RFC 3986.
pub(crate) const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The route with each `{name}` replaced by its percent-encoded value. A last part that is optional
/// goes with its slash when there is no value for it.
pub(crate) fn fill(route: &str, values: &Fields) -> Result<String, Refusal> {
    let mut path = String::with_capacity(route.len());
    let mut rest = route;
    while let Some((before, placeholder)) = rest.split_once('{') {
        let (name, after) = placeholder.split_once('}').unwrap_or((placeholder, ""));
        if name.ends_with('?') && values.get(name.trim_end_matches('?')).is_none() {
            path.push_str(before.strip_suffix('/').unwrap_or(before));
            return Ok(path);
        }
        let name = name.trim_end_matches('?');
        path.push_str(before);
        path.extend(utf8_percent_encode(&segment(name, values)?, ENCODED));
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}

fn segment(name: &str, values: &Fields) -> Result<String, Refusal> {
    let value = values
        .get(name)
        .ok_or_else(|| Refusal::new(name, "is part of the path and must be given"))?;
    let text = value
        .scalar_text()
        .ok_or_else(|| Refusal::new(name, "is part of the path and must be a single value"))?;
    match text {
        "" => Err(Refusal::new(
            name,
            "is part of the path and must not be empty: the path would lead elsewhere",
        )),
        // URL parsers resolve these two even when they are percent-encoded.
        "." | ".." => Err(Refusal::new(
            name,
            "is part of the path and must not be `.` or `..`: the path would lead elsewhere",
        )),
        text => Ok(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(value: &str) -> Result<String, Refusal> {
        fill("/payments/{imp_uid}/cancel", &Fields::new().with("imp_uid", &value))
    }

    #[test]
    fn a_value_stays_one_segment() {
        for (value, segment) in [
            ("imp_123-4.5~6", "imp_123-4.5~6"),
            ("a/b", "a%2Fb"),
            ("a?b#c", "a%3Fb%23c"),
            ("100%", "100%25"),
            ("%2e%2e", "%252e%252e"),
            ("a b+c", "a%20b%2Bc"),
            ("a\\b", "a%5Cb"),
            ("주문", "%EC%A3%BC%EB%AC%B8"),
            ("...", "..."),
        ] {
            assert_eq!(filled(value), Ok(format!("/payments/{segment}/cancel")));
        }
    }

    #[test]
    fn a_value_that_would_change_the_route_is_refused() {
        for value in ["", ".", ".."] {
            assert_eq!(filled(value).unwrap_err().parameter, "imp_uid");
        }
    }

    #[test]
    fn an_optional_last_part_goes_with_its_slash() {
        let route = "/payments/find/{merchant_uid}/{payment_status?}";
        let order = Fields::new().with("merchant_uid", &"a/b");
        assert_eq!(fill(route, &order), Ok("/payments/find/a%2Fb".to_owned()));
        let paid = order.with("payment_status", &"paid");
        assert_eq!(fill(route, &paid), Ok("/payments/find/a%2Fb/paid".to_owned()));
    }

    #[test]
    fn a_placeholder_needs_a_value() {
        let refusal = fill("/payments/{imp_uid}", &Fields::new()).unwrap_err();
        assert_eq!(refusal.parameter, "imp_uid");
        assert!(refusal.problem.contains("must be given"));
    }
}
