//! A fragment of YAML, written in block or in flow style.

use crate::syntax::implicit_type;

/// The value of a key.
#[derive(Clone, Debug)]
pub enum YamlFragment {
    /// A scalar or a list, as YAML text.
    Text(String),
    /// A map.
    Map(Vec<(String, Self)>),
    /// A comment with the text of the key, and no value.
    Comment,
}

/// `key: value`, or several lines of a block.
pub fn block(key: &str, fragment: &YamlFragment) -> String {
    match fragment {
        YamlFragment::Text(text) => format!("{key}: {text}"),
        YamlFragment::Comment => format!("# {key}"),
        YamlFragment::Map(entries) => {
            let lines = entries.iter().map(|(key, fragment)| indented(&block(key, fragment), 2));
            let lines: Vec<_> = lines.collect();
            format!("{key}:\n{}", lines.join("\n"))
        }
    }
}

/// `key: { … }` on one line; comments are omitted.
pub fn flow(key: &str, fragment: &YamlFragment) -> String {
    match fragment {
        YamlFragment::Text(text) => format!("{key}: {text}"),
        YamlFragment::Comment => String::new(),
        YamlFragment::Map(entries) => {
            let entries = entries.iter().map(|(key, fragment)| flow(key, fragment));
            let entries: Vec<_> = entries.filter(|entry| !entry.is_empty()).collect();
            format!("{key}: {{ {} }}", entries.join(", "))
        }
    }
}

/// Every line moved to the right.
pub fn indented(text: &str, columns: usize) -> String {
    let lines = text.lines().map(|line| format!("{:columns$}{line}", ""));
    lines.collect::<Vec<_>>().join("\n")
}

/// Any text as a scalar: as it is, or in quotes where YAML would read something else.
pub fn scalar(text: &str) -> String {
    let special = |letter: char| ":#[]{},&*!|>'\"%@`\\".contains(letter) || letter.is_control();
    let starts = text.starts_with(|first: char| !first.is_alphanumeric() && first != '_');
    let ends = text.ends_with(char::is_whitespace);
    if text.is_empty() || starts || ends || text.contains(special) || implicit_type(text).is_some()
    {
        // JSON's strings are YAML's.
        return serde_json::Value::from(text).to_string();
    }
    text.to_owned()
}

/// A key, quoted where YAML would read a number.
pub fn key(text: &str) -> String {
    let digits = text.starts_with(|first: char| first.is_ascii_digit());
    if digits { serde_json::Value::from(text).to_string() } else { scalar(text) }
}
