//! The licences' texts, which every package must hold.

use super::file::{Content, File, Job, job};

const TEXTS: [(&str, &str); 2] = [
    ("LICENSE-APACHE", include_str!("../../../LICENSE-APACHE")),
    ("LICENSE-MIT", include_str!("../../../LICENSE-MIT")),
];

/// The project's own files, word for word: a header would make another licence of them.
pub fn jobs<'a>() -> impl Iterator<Item = Job<'a>> {
    TEXTS.into_iter().map(|(name, text)| job(move || file(name, text)))
}

fn file(name: &str, text: &str) -> File {
    File {
        path: name.to_owned(),
        source: name.to_owned(),
        content: Content::Verbatim(text.to_owned()),
    }
}
