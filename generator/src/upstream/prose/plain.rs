//! Markdown and HTML → sentences.

use markdown::{CompileOptions, Constructs, Options, ParseOptions};

/// The sentences of a text; its markup is dropped.
pub fn sentences(text: &str) -> Vec<String> {
    let lines = lines(&html(text));
    let sentences = lines.iter().flat_map(|line| split(line));
    sentences.filter(|sentence| !sentence.is_empty()).collect()
}

/// A text as HTML. Markdown may contain HTML, so a text that is HTML already stays as it is.
pub fn html(text: &str) -> String {
    let constructs = Constructs { gfm_table: true, ..Constructs::default() };
    let options = Options {
        parse: ParseOptions { constructs, ..ParseOptions::default() },
        compile: CompileOptions { allow_dangerous_html: true, ..CompileOptions::default() },
    };
    // Only MDX can be invalid.
    markdown::to_html_with_options(text, &options).unwrap_or_else(|_| text.to_owned())
}

/// The comparable letters of a sentence: without layout, quotes and emphasis.
pub fn normal(sentence: &str) -> String {
    let kept = |letter: &char| letter.is_alphanumeric() || "<>=+-%~&".contains(*letter);
    sentence.replace(['–', '—'], "-").chars().filter(kept).collect()
}

/// Elements that do not end a sentence.
const INLINE: [&str; 14] = [
    "a", "b", "code", "del", "em", "font", "i", "span", "strong", "sub", "sup", "svg", "path", "u",
];

/// The lines of HTML as a reader sees them.
fn lines(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut parts = html.split('<');
    text.push_str(&words(parts.next().unwrap_or_default()));
    for part in parts {
        let (tag, after) = part.split_once('>').unwrap_or(("", part));
        if !INLINE.contains(&name(tag)) {
            text.push('\n');
        }
        text.push_str(&words(after));
    }
    text.lines().map(|line| line.trim().to_owned()).collect()
}

fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches('/');
    tag.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default()
}

/// The text between two tags, with one space for any layout.
fn words(text: &str) -> String {
    let text = text.replace(char::is_whitespace, " ");
    let entities = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter))
}

/// A line at the ends of its sentences.
fn split(line: &str) -> Vec<String> {
    let ends = line.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
    let mut sentences = Vec::new();
    let mut start = 0;
    for end in ends.filter(|end| line[*end..].is_empty() || line[*end..].starts_with(' ')) {
        sentences.push(line[start..end].trim().to_owned());
        start = end;
    }
    sentences.push(line[start..].trim().to_owned());
    sentences
}
