//! The path of a request: a route with its placeholders filled.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::error::Violation;
use crate::json::{Fields, Value};

/// All characters other than the unreserved ones of RFC 3986.
pub(crate) const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The route with each `{name}` replaced by its percent-encoded value. A last segment `{name?}` without a
/// value is omitted with its slash.
pub(crate) fn fill(route: &str, values: &Fields, violations: &mut Vec<Violation>) -> String {
    let mut path = String::with_capacity(route.len());
    let mut rest = route;
    while let Some((before, placeholder)) = rest.split_once('{') {
        let (name, after) = placeholder.split_once('}').unwrap_or((placeholder, ""));
        if name.ends_with('?') && values.get(name.trim_end_matches('?')).is_none() {
            path.push_str(before.strip_suffix('/').unwrap_or(before));
            return path;
        }
        let name = name.trim_end_matches('?');
        path.push_str(before);
        match segment(values.get(name)) {
            Ok(text) => path.extend(utf8_percent_encode(text, ENCODED)),
            Err(problem) => add_violation(name, problem, violations),
        }
        rest = after;
    }
    path.push_str(rest);
    path
}

fn segment(value: Option<&Value>) -> Result<&str, &'static str> {
    match value.map(Value::scalar_text) {
        None => Err("is part of the path and is required"),
        Some(None) => Err("is part of the path and must be a single value"),
        Some(Some("")) => {
            Err("is part of the path and must not be empty, which would change the route")
        }
        // URL parsers resolve these two even when they are percent-encoded.
        Some(Some("." | "..")) => {
            Err("is part of the path and must not be `.` or `..`, which would change the route")
        }
        Some(Some(text)) => Ok(text),
    }
}

/// Adds a violation, unless the parameter has one already.
fn add_violation(name: &str, problem: &str, violations: &mut Vec<Violation>) {
    if violations.iter().all(|violation| violation.parameter != name) {
        violations.push(Violation::new(name, problem));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(route: &str, values: &Fields) -> Result<String, Violation> {
        let mut violations = Vec::new();
        let path = super::fill(route, values, &mut violations);
        violations.pop().map_or(Ok(path), Err)
    }

    fn filled(value: &str) -> Result<String, Violation> {
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
    fn a_value_that_would_change_the_route_is_rejected() {
        for value in ["", ".", ".."] {
            assert_eq!(filled(value).unwrap_err().parameter, "imp_uid");
        }
    }

    #[test]
    fn an_optional_last_segment_is_omitted_with_its_slash() {
        let route = "/payments/find/{merchant_uid}/{payment_status?}";
        let order = Fields::new().with("merchant_uid", &"a/b");
        assert_eq!(fill(route, &order), Ok("/payments/find/a%2Fb".to_owned()));
        let paid = order.with("payment_status", &"paid");
        assert_eq!(fill(route, &paid), Ok("/payments/find/a%2Fb/paid".to_owned()));
    }

    #[test]
    fn a_placeholder_needs_a_value() {
        let violation = fill("/payments/{imp_uid}", &Fields::new()).unwrap_err();
        assert_eq!(violation.parameter, "imp_uid");
        assert!(violation.problem.contains("is required"));
    }
}
