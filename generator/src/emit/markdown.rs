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

/// The first sentence of a text, and the rest of it.
pub fn first_sentence(text: &str) -> (&str, &str) {
    let mut ends = text.match_indices(". ").map(|(end, _)| end + 1);
    let end = ends.find(|end| is_end_of_sentence(&text[..*end], &text[*end..]));
    let (first, rest) = text.split_at(end.unwrap_or(text.len()));
    (first, rest.trim_start())
}

/// A full stop within code or of an abbreviation such as "e.g." ends no sentence.
fn is_end_of_sentence(before: &str, after: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let is_abbreviation = word.trim_end_matches('.').contains('.');
    let is_within_code = before.matches('`').count() % 2 == 1;
    let goes_on = after.trim_start().starts_with(char::is_lowercase);
    !is_abbreviation && !is_within_code && !goes_on
}

/// A table: its head, and its rows.
pub fn table<const N: usize>(
    head: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Vec<String> {
    let row = |cells: [String; N]| {
        let cells = cells.map(|cell| cell.replace('|', "\\|"));
        format!("| {} |", cells.join(" | "))
    };
    let rule = row([(); N].map(|()| "---".to_owned()));
    [row(head.map(str::to_owned)), rule].into_iter().chain(rows.into_iter().map(row)).collect()
}

/// Sentences as list items.
pub fn list<I: IntoIterator<Item = String>>(items: I) -> Vec<String> {
    items.into_iter().map(|item| format!("- {item}")).collect()
}
