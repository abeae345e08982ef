//! The types that YAML gives to texts without quotes.

/// The type that a reader of YAML 1.1 or 1.2 gives to a text without quotes, if it is not a text.
pub fn implicit_type(text: &str) -> Option<&'static str> {
    match text {
        _ if is_any(text, &["true", "false", "yes", "no", "on", "off", "y", "n"]) => {
            Some("a boolean")
        }
        _ if text == "~" || is_any(text, &["null"]) => Some("null"),
        _ if is_number(text) => Some("a number"),
        _ if is_time(text) => Some("a date"),
        _ => None,
    }
}

fn is_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// `004`, `-1`, `1_000`, `1e3`, `0x10`, `.5`, `.inf`, and `1:30`, which is a number to the base 60.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text).replace('_', "").to_ascii_lowercase();
    let bases = [("0x", 16), ("0o", 8), ("0b", 2)];
    let has_base = |(prefix, base): (&str, u32)| {
        text.strip_prefix(prefix).is_some_and(|rest| are_digits(rest, base))
    };
    let is_decimal = text.starts_with(|first: char| first == '.' || first.is_ascii_digit())
        && text.parse::<f64>().is_ok();
    let is_sexagesimal = text.contains(':') && text.split(':').all(|part| are_digits(part, 10));
    is_decimal
        || is_sexagesimal
        || matches!(text.as_str(), ".inf" | ".nan")
        || bases.into_iter().any(has_base)
}

fn are_digits(text: &str, base: u32) -> bool {
    !text.is_empty() && text.chars().all(|digit| digit.is_digit(base))
}

/// `2026-07-27`, or with a time behind it.
fn is_time(text: &str) -> bool {
    let day = text.get(..10).unwrap_or_default();
    let rest = text.get(10..).unwrap_or_default();
    is_date(day) && (rest.is_empty() || rest.starts_with(['T', 't', ' ']))
}

/// True if a text has the form `YYYY-MM-DD`.
pub fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let digits =
        |part: &&str, len| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts.as_slice(), [year, month, day]
        if digits(year, 4) && digits(month, 2) && digits(day, 2))
}
