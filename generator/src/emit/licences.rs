//! The licences' texts, which every package must hold.

use super::{Content, File};

const TEXTS: [(&str, &str); 2] = [
    ("LICENSE-APACHE", include_str!("../../../LICENSE-APACHE")),
    ("LICENSE-MIT", include_str!("../../../LICENSE-MIT")),
];

/// The project's own files, word for word: a header would make another licence of them.
pub fn files() -> impl Iterator<Item = File> {
    TEXTS.into_iter().map(|(name, text)| File {
        path: name.to_owned(),
        source: name.to_owned(),
        content: Content::Verbatim(text.to_owned()),
    })
}
