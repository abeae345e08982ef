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
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn word(word: &str) -> String {
    if word.starts_with("https://") || word.starts_with("http://") {
        let url = word.trim_end_matches(['.', ',', ';', ')']);
        return format!("<{url}>{}", &word[url.len()..]);
    }
    let mut escaped = String::new();
    for letter in word.chars() {
        if matches!(letter, '<' | '>' | '[' | ']' | '*' | '_') {
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
