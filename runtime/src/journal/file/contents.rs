//! The contents of a journal file: its intents with their outcomes, and its damaged lines.

use std::collections::{BTreeMap, HashSet};
use std::iter;
use std::ops::Bound;

use jiff::{SignedDuration, Timestamp};

use super::numbered_line::NumberedLine;
use super::stored_intent::{StoredIntent, intents};
use super::unreadable::UnreadableLine;
use crate::journal::entry::JournalEntry;
use crate::journal::intent_id::IntentId;

/// The first line of every journal file.
pub(super) const HEADER: &str = "portone-v1 journal 1";

/// The age up to which closed intents are kept: recovery asks for them.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// The whole lines of a journal file. What follows the last line break was never completely written:
/// nothing was sent for it, and it counts as absent.
pub(super) struct Contents<'a> {
    lines: Vec<NumberedLine<'a>>,
    intents: BTreeMap<IntentId, StoredIntent<'a>>,
}

impl<'a> Contents<'a> {
    /// The contents of a file; none if it does not begin as a journal does.
    pub(super) fn parse(bytes: &'a [u8]) -> Option<Self> {
        let end = bytes.iter().rposition(|byte| *byte == b'\n')?;
        let mut lines = bytes.get(..end)?.split(|byte| *byte == b'\n').zip(1..);
        lines.next().filter(|(header, _)| *header == HEADER.as_bytes())?;
        let lines: Vec<_> = lines.map(NumberedLine::parse).collect();
        Some(Self { intents: intents(&lines), lines })
    }

    /// The open intents with an identifier greater than `after`, in ascending order.
    pub(super) fn open(&self, after: Option<&IntentId>) -> impl Iterator<Item = JournalEntry> {
        let start = after.map_or(Bound::Unbounded, |id| Bound::Excluded(*id));
        let later = self.intents.range((start, Bound::Unbounded)).map(|(_, intent)| intent);
        later.filter(|intent| intent.is_open()).filter_map(StoredIntent::entry)
    }

    /// The intents with a subject, open or closed.
    pub(super) fn related(&self, subject: &str) -> impl Iterator<Item = JournalEntry> {
        let is_related =
            move |entry: &JournalEntry| entry.intent.subject().as_deref() == Some(subject);
        self.intents.values().filter_map(StoredIntent::entry).filter(is_related)
    }

    /// The lines that cannot be read.
    pub(super) fn unreadable(&self) -> impl Iterator<Item = UnreadableLine> {
        let time = |line: &NumberedLine<'_>| line.id().map(|id| id.time());
        let unreadable = self.lines.iter().enumerate().filter(|(_, line)| !line.is_readable());
        unreadable.map(move |(index, line)| UnreadableLine {
            number: line.number,
            after: self.lines.iter().take(index).rev().find_map(time),
            before: self.lines.iter().skip(index).find_map(time),
        })
    }

    /// The contents without the intents that nobody needs any more. Damaged lines are kept.
    pub(super) fn compacted(&self, now: Timestamp) -> Vec<u8> {
        let needed = self.needed(now);
        let kept = self.lines.iter().filter(|line| line.id().is_none_or(|id| needed.contains(&id)));
        let lines = iter::once(HEADER.as_bytes()).chain(kept.map(|line| line.text));
        lines.flat_map(|line| [line, b"\n"]).flatten().copied().collect()
    }

    /// The intents that are open or recent, and those with the subject of an open one.
    fn needed(&self, now: Timestamp) -> HashSet<IntentId> {
        let open = self.intents.values().filter(|intent| intent.is_open());
        let subjects: HashSet<_> = open.filter_map(StoredIntent::subject).collect();
        let is_needed = |id: &IntentId, intent: &StoredIntent<'_>| {
            let is_related = |subject| subjects.contains(&subject);
            intent.is_open()
                || now.duration_since(id.time()) < KEPT
                || intent.subject().is_some_and(is_related)
        };
        let needed = self.intents.iter().filter(|(id, intent)| is_needed(id, intent));
        needed.map(|(id, _)| *id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::Line;
    use super::*;
    use crate::journal::outcome::Outcome;

    fn id(hours: i64) -> IntentId {
        let milliseconds = Timestamp::from_second(hours * 3600).unwrap().as_millisecond();
        format!("{milliseconds:012x}{:020x}", 7).parse().unwrap()
    }

    fn intent(hours: i64, imp_uid: &str) -> String {
        let id = id(hours);
        let reads = format!(
            r#"[{{"operation":"payments.get","evidence":"balance","path":[["imp_uid","{imp_uid}"]]}}]"#
        );
        let json = format!(
            r#"{{"v":1,"id":"{id}","operation":"payments.cancel","account":"a","deadline_ms":1,"reads":{reads},"identity":[]}}"#
        );
        Line::Intent { id, json: &json }.write()
    }

    fn outcome(hours: i64, outcome: Outcome) -> String {
        Line::Outcome { id: id(hours), outcome }.write()
    }

    fn file(lines: &[&str]) -> String {
        format!("{HEADER}\n{}", lines.concat())
    }

    fn hours_of_open(file: &str) -> Vec<i64> {
        let contents = Contents::parse(file.as_bytes()).unwrap();
        contents.open(None).map(|entry| entry.intent.time().as_second() / 3600).collect()
    }

    fn compacted(file: &str, hours: i64) -> String {
        let now = Timestamp::from_second(hours * 3600).unwrap();
        String::from_utf8(Contents::parse(file.as_bytes()).unwrap().compacted(now)).unwrap()
    }

    #[test]
    fn only_a_journal_is_one() {
        for text in ["", HEADER, "portone-v1 journal 2\n", "some text\nmore of it\n", "\n"] {
            assert!(Contents::parse(text.as_bytes()).is_none(), "{text:?}");
        }
        assert_eq!(hours_of_open(&file(&[])), [0; 0]);
    }

    #[test]
    fn closed_intents_stay_closed_whatever_the_order() {
        let lines = [
            &outcome(1, Outcome::Done)[..],
            &intent(2, "b"),
            &intent(1, "a"),
            &intent(3, "c"),
            &outcome(1, Outcome::Dropped),
            &outcome(3, Outcome::Unknown),
        ];
        assert_eq!(hours_of_open(&file(&lines)), [2, 3]);
        let text = file(&lines);
        let contents = Contents::parse(text.as_bytes()).unwrap();
        let open: Vec<_> = contents.open(Some(&id(2))).collect();
        assert_eq!((open.len(), open[0].outcome), (1, Some(Outcome::Unknown)));
        let related: Vec<_> = contents.related("imp_uid=a").collect();
        assert_eq!((related.len(), related[0].outcome), (1, Some(Outcome::Done)));
    }

    #[test]
    fn compaction_keeps_what_is_open_recent_or_related() {
        let lines = [
            &intent(1, "open")[..],
            &intent(2, "closed"),
            &outcome(2, Outcome::Done),
            &intent(3, "open"),
            &outcome(3, Outcome::Rejected),
            &intent(40, "recent"),
            &outcome(40, Outcome::NotSent),
            "damaged\n",
            &outcome(1, Outcome::Dropped),
        ];
        let whole = file(&lines);
        let kept = [&lines[..1], &lines[3..]].concat();
        assert_eq!(compacted(&whole, 60), file(&kept));
        assert_eq!(compacted(&whole, 2), whole, "all of it is recent");
        assert_eq!(compacted(&format!("{whole}unfinished"), 60), file(&kept));
        let open = [&lines[..1], &lines[3..5], &lines[7..]].concat();
        assert_eq!(compacted(&whole, 1_000), file(&open));
    }

    #[test]
    fn unreadable_lines_are_named_with_the_times_around_them() {
        let later = Line::Intent { id: id(2), json: r#"{"v":2}"# }.write();
        let whole = file(&["damaged\n", &intent(1, "a"), &later, &intent(3, "b"), "\n"]);
        let contents = Contents::parse(whole.as_bytes()).unwrap();
        let told: Vec<_> = contents.unreadable().map(|line| line.to_string()).collect();
        let between: Vec<_> = told
            .iter()
            .map(|text| {
                (&text[..6], text.split_once("between ").unwrap().1.split_once(" with").unwrap().0)
            })
            .collect();
        let expected = [
            ("line 2", "the first one and 1970-01-01T01:00:00Z"),
            ("line 4", "1970-01-01T01:00:00Z and 1970-01-01T02:00:00Z"),
            ("line 6", "1970-01-01T03:00:00Z and now"),
        ];
        assert_eq!(between, expected);
        assert_eq!(hours_of_open(&whole), [1, 3]);
    }
}
