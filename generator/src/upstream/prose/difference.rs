//! The difference of two texts, word by word.

use similar::{ChangeTag, TextDiff};

use super::plain::normal;
use super::texts::Prose;

/// The sentences that differ, with `[-removed-]` and `{+added+}` words; none if a side has no texts.
pub fn difference(old: &Prose, new: &Prose) -> Option<String> {
    let at_hand = |prose: &Prose| prose.is_empty() || !prose.sentences.is_empty();
    (at_hand(old) && at_hand(new)).then(|| marked(&only_in(old, new), &only_in(new, old)))
}

/// The sentences that the other side lacks.
fn only_in(prose: &Prose, other: &Prose) -> String {
    let others: Vec<String> = other.sentences.iter().map(|text| normal(text)).collect();
    let own = prose.sentences.iter().filter(|text| !others.contains(&normal(text)));
    let mut sentences: Vec<&str> = Vec::new();
    for sentence in own.filter(|text| !normal(text).is_empty()) {
        // The same sentence can be at several keys.
        if !sentences.iter().any(|seen| normal(seen) == normal(sentence)) {
            sentences.push(sentence);
        }
    }
    sentences.join(" ")
}

fn marked(old: &str, new: &str) -> String {
    let diff = TextDiff::from_words(old, new);
    let changes: Vec<_> = diff.iter_all_changes().collect();
    let runs = changes.chunk_by(|left, right| left.tag() == right.tag());
    let run = |run: &[similar::Change<&str>]| {
        let text: String = run.iter().map(similar::Change::value).collect();
        match run.first().map(similar::Change::tag) {
            Some(ChangeTag::Delete) => wrapped("[-", &text, "-]"),
            Some(ChangeTag::Insert) => wrapped("{+", &text, "+}"),
            _ => text,
        }
    };
    runs.map(run).collect::<String>().trim().to_owned()
}

/// The marks are inside the spaces around the words.
fn wrapped(open: &str, text: &str, close: &str) -> String {
    let words = text.trim();
    if words.is_empty() {
        return text.to_owned();
    }
    text.replacen(words, &format!("{open}{words}{close}"), 1)
}
