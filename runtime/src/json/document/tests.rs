//! Strings are read as serde_json reads them.

use super::Document;
use crate::json::FromJson;

/// Escape sequences, among them surrogates in pairs, alone and in the wrong order.
const PIECES: [&str; 16] = [
    "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0000", "\\uD64d", "\\ud83d",
    "\\uDE00", "\\uffff", "u0041", "가", "a",
];

#[test]
fn random_strings_agree() {
    let mut random = fastrand::Rng::with_seed(7);
    for _ in 0..50_000 {
        let length = random.usize(..7);
        let pieces: String = (0..length).filter_map(|_| random.choice(PIECES)).collect();
        let text = format!("\"{pieces}\"");
        let read = Document::read(text.as_bytes(), String::from_json).ok();
        assert_eq!(read, serde_json::from_str(&text).ok(), "{text}");
    }
}

#[test]
fn an_invalid_surrogate_fails_only_its_own_string() {
    for invalid in ["\\ud83d", "\\ude00", "\\ud83d\\u0041", "\\ude00\\ud83d", "\\ud83d\\n"] {
        let text = format!(r#"{{"bad":"{invalid}","{invalid}":1,"good":"\ud83d\ude00"}}"#);
        let good = Document::read(text.as_bytes(), |json| json.object().required::<String>("good"));
        assert_eq!(good.unwrap(), "😀".to_owned(), "{text}");
        let bad = Document::read(text.as_bytes(), |json| json.object().required::<String>("bad"));
        assert_eq!(bad.unwrap_err().found(), "a string with an invalid escape", "{text}");
    }
}

#[test]
fn an_invalid_body_is_described() {
    let mismatch = |body: &[u8]| Document::read(body, |_| ()).unwrap_err();
    let found = |body: &[u8]| mismatch(body).found();
    assert_eq!(found(b""), "empty");
    assert_eq!(found(b"<html>"), "text that is not valid JSON");
    assert_eq!(found(b"\"\xff\""), "text that is not valid UTF-8");
    let deep = mismatch("[".repeat(129).as_bytes());
    assert_eq!(deep.expected(), "JSON of at most 128 nested levels");
    assert_eq!(deep.found(), "JSON of more than 128 nested levels");
}
