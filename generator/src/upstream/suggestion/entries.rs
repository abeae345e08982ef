//! Entries with a fixed order of their keys, and the values in them.

use crate::syntax::TODO;
use crate::upstream::yaml_fragment::{YamlFragment, scalar};

/// A text that a person must write.
pub fn to_do() -> YamlFragment {
    text(TODO)
}

/// A value as it is.
pub fn text(text: &str) -> YamlFragment {
    YamlFragment::Text(text.to_owned())
}

/// A map with fixed keys.
#[derive(Default)]
pub struct Map(pub Vec<(String, YamlFragment)>);

impl Map {
    /// Adds an entry.
    pub fn put(&mut self, key: &str, fragment: YamlFragment) {
        self.0.push((key.to_owned(), fragment));
    }

    /// Adds the title, and a sentence to write.
    pub fn put_title(&mut self, title: &str) {
        let title = if title.is_empty() { TODO.to_owned() } else { scalar(title) };
        self.put("title", YamlFragment::Text(title));
        self.put("doc", to_do());
    }
}

/// The schema's name of an upstream type; `TODO` where a person must choose one.
pub fn our_word(theirs: &str) -> String {
    match theirs.strip_prefix('[').and_then(|inside| inside.strip_suffix(']')) {
        Some(inside) if inside.starts_with('[') => TODO.to_owned(),
        Some(inside) => format!("[{}]", our_word(inside)),
        None => match theirs {
            "number" => "amount".to_owned(),
            "string" | "integer" | "boolean" | "amount" | "timestamp" => theirs.to_owned(),
            // Other words are not of the schema language, unless they name a record.
            name if name.starts_with(|first: char| first.is_ascii_uppercase()) => scalar(name),
            _ => TODO.to_owned(),
        },
    }
}
