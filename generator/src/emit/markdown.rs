//! Our sentences as Markdown that rustdoc takes without a warning.

/// Escapes what rustdoc would read as a link or a tag, and makes links of bare URLs. Code between
/// backticks stays as it is.
pub fn prose(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let parts =
        parts.map(|(place, part)| if place % 2 == 0 { plain(part) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("`")
}

fn plain(text: &str) -> String {
    if !text.contains(SPECIAL) && !text.contains("http") {
        return text.to_owned();
    }
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn word(word: &str) -> String {
    let (before, rest) = word.split_at(word.find("http").unwrap_or(word.len()));
    if rest.starts_with("https://") || rest.starts_with("http://") {
        let url = rest.trim_end_matches(['.', ',', ';', ':', ')']);
        return format!("{}<{url}>{}", escaped(before), &rest[url.len()..]);
    }
    escaped(word)
}

/// A single `~` counts: two of them, as in "9~12, 13~18", would strike out what is between.
const SPECIAL: [char; 7] = ['<', '>', '[', ']', '*', '_', '~'];

fn escaped(word: &str) -> String {
    let mut escaped = String::new();
    for letter in word.chars() {
        if SPECIAL.contains(&letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Sentences as list items.
pub fn list<I: IntoIterator<Item = String>>(items: I) -> Vec<String> {
    items.into_iter().map(|item| format!("- {item}")).collect()
}
