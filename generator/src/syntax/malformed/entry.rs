//! Entries of maps in block style: `key: value`.

/// The length of the key with its colon, if the line is an entry.
pub fn key_length(content: &str) -> Option<usize> {
    match content.chars().next()? {
        quote @ ('"' | '\'') => {
            let end = content[1..].find(quote)? + 2;
            is_colon(content, end).then_some(end + 1)
        }
        '[' | '{' | ']' | '}' | ',' | '#' | '&' | '*' | '!' | '|' | '>' | '@' | '`' => None,
        _ => {
            let text = content.split(" #").next().unwrap_or_default();
            let colon = text.match_indices(':').find(|(at, _)| is_colon(text, *at));
            let key = colon.map(|(at, _)| at + 1);
            key.filter(|key| [" {", " ["].iter().all(|bracket| !text[..*key].contains(bracket)))
        }
    }
}

/// True for a colon that ends a key: one with white space or nothing behind it.
pub fn is_colon(text: &str, at: usize) -> bool {
    let mut letters = text[at..].chars();
    letters.next() == Some(':') && letters.next().is_none_or(|next| next.is_ascii_whitespace())
}
