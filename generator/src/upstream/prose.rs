//! Facts that exist only in prose, and hashes of the texts.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::hashing::hex;

/// The codes of a list such as `<li>card : 신용카드</li>`, `<li>ready(미결제)</li>` or
/// ``<li>개인 : `person`</li>``. None when any item is not a code: then it is a list of something else.
pub fn values(description: &str) -> Vec<String> {
    let items = description.split("<li>").skip(1);
    let items = items.map(|rest| rest.split("</li>").next().unwrap_or(rest));
    let codes: Option<Vec<String>> = items.map(code).collect();
    let mut codes = codes.unwrap_or_default();
    codes.retain(|code| code != "null");
    codes
}

fn code(item: &str) -> Option<String> {
    let text = item.trim();
    if let Some((_, rest)) = text.split_once('`') {
        return rest.split_once('`').map(|(code, _)| code.to_owned()).filter(|code| is_code(code));
    }
    let end = text.find(|letter: char| ":(<\n".contains(letter) || letter.is_whitespace());
    let code = &text[..end.unwrap_or(text.len())];
    is_code(code).then(|| code.to_owned())
}

fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "_.-".contains(letter))
}

/// True if a description such as `(필수 : KSNET)` names gateways that require the thing.
pub fn names_gateways(description: &str) -> bool {
    description.split("필수").skip(1).any(|rest| rest.trim_start().starts_with([':', '：']))
}

/// A short hash of all texts that readers of the docs see, so that an edit is noticed without keeping
/// the text.
pub fn of(value: &Value) -> String {
    let mut digest = Sha256::new();
    digest_prose(value, &mut digest);
    hex(&digest.finalize()[..8])
}

const PROSE: [&str; 8] = [
    "summary",
    "description",
    "x-portone-name",
    "x-portone-summary",
    "x-portone-description",
    "default",
    "deprecated",
    "x-portone-per-pg",
];

/// Members that are spelled out in place have no facts with a hash of their own.
const INSIDE: [&str; 3] = ["properties", "items", "schema"];

fn digest_prose(value: &Value, digest: &mut Sha256) {
    for key in PROSE {
        if let Some(text) = value.get(key) {
            digest.update(key.as_bytes());
            digest_text(text, digest);
        }
    }
    let responses = value.get("responses").and_then(Value::as_object);
    for (status, response) in responses.into_iter().flatten() {
        digest.update(status.as_bytes());
        digest_text(response.get("description").unwrap_or(&Value::Null), digest);
    }
    for key in INSIDE {
        let Some(inside) = value.get(key) else { continue };
        digest_prose(inside, digest);
        let members = inside.as_object().filter(|_| key == "properties").into_iter().flatten();
        for (_, member) in members {
            digest_prose(member, digest);
        }
    }
}

fn digest_text(value: &Value, digest: &mut Sha256) {
    match value {
        Value::String(text) => digest.update(words(text).as_bytes()),
        Value::Array(items) => items.iter().for_each(|item| digest_text(item, digest)),
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(key, _)| *key);
            for (key, member) in members {
                digest.update(key.as_bytes());
                digest_text(member, digest);
            }
        }
        other => digest.update(other.to_string().as_bytes()),
    }
    digest.update([0]);
}

/// The text without its markup and layout.
fn words(text: &str) -> String {
    let mut words = String::new();
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        match tag.split_once('>') {
            Some((_, after)) => rest = after,
            None => break,
        }
    }
    words.push_str(rest);
    words.retain(|letter| !letter.is_whitespace() && !"`*".contains(letter));
    words
}
