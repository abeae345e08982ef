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
        assert_eq!(bad.unwrap_err().found(), "a string with invalid characters", "{text}");
    }
}

#[test]
fn an_invalid_body_is_described() {
    let mismatch = |body: &[u8]| Document::read(body, |_| ()).unwrap_err();
    let found = |body: &[u8]| mismatch(body).found();
    assert_eq!(found(b""), "empty");
    assert_eq!(found(b"<html>"), "text that is not valid JSON");
    assert_eq!(found(b"\xff"), "text that is not valid UTF-8");
    let deep = mismatch("[".repeat(129).as_bytes());
    assert_eq!(deep.expected(), "JSON of at most 128 nested levels");
    assert_eq!(deep.found(), "JSON of more than 128 nested levels");
}

#[test]
fn an_optional_text_with_invalid_characters_is_repaired() {
    for (body, expected) in [
        (&br#"{"text":"\ud83d"}"#[..], "\u{fffd}"),
        (br#"{"text":"a\"\\\/\n\ud83d\ude00\ud83d"}"#, "a\"\\/\n😀\u{fffd}"),
        (b"{\"text\":\"\xea\xb0\x80\xea\xb0\"}", "가\u{fffd}"),
    ] {
        let document = Document::parse(body);
        let text: Option<String> = document.root().object().optional("text");
        assert_eq!(text.as_deref(), Some(expected));
        let mismatches = document.end().unwrap();
        let last = mismatches.last().unwrap();
        assert_eq!((last.path().as_str(), last.is_repaired()), ("$.text", true));
        assert_eq!(last.found(), "a string with invalid characters");
    }
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let document = Document::parse("\u{feff}[1]".as_bytes());
    assert_eq!(Vec::<i64>::from_json(document.root()), [1]);
    let [mismatch] = &document.end().unwrap()[..] else { panic!() };
    assert_eq!(
        (mismatch.path().as_str(), mismatch.found()),
        ("$", "JSON behind a byte-order mark")
    );
}
