//! The indentation of lines.

use std::ops::Range;

use super::mistakes::Mistakes;

/// The indentation of a map or a list.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Level {
    indent: usize,
    is_list: bool,
}

/// The value of the last entry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// None yet: it is in the following lines.
    Empty,
    /// A text without quotes, which may go on.
    Text,
    /// It is whole.
    Whole,
}

/// The maps and lists around a line.
pub struct Levels {
    levels: Vec<Level>,
    /// The indentation of the last entry, and its value.
    pub last: (usize, Value),
    /// True behind a mistake, until a line is indented like one above it.
    pub unsure: bool,
}

impl Levels {
    /// Those at the beginning of a document.
    pub fn new() -> Self {
        Self { levels: Vec::new(), last: (0, Value::Whole), unsure: false }
    }

    /// Begins an entry of a map; one that is in no map is reported.
    pub fn entry(&mut self, key: Range<usize>, indent: usize, mistakes: &mut Mistakes<'_>) {
        let (above, value) = self.last;
        let is_below = indent > above;
        let is_known = self.levels.iter().any(|level| level.indent == indent);
        let begins = self.levels.is_empty() || (value == Value::Empty && is_below);
        if is_known || begins {
            self.unsure &= !is_known;
            self.enter(Level { indent, is_list: false });
        } else if !self.unsure {
            self.unsure = true;
            match is_below {
                true => report_deeper(key, mistakes),
                false => self.report_misaligned(key, indent, mistakes),
            }
        }
    }

    /// Begins an item of a list. Returns false for one among the entries of a map, which is reported.
    pub fn item(&mut self, at: usize, indent: usize, mistakes: &mut Mistakes<'_>) -> bool {
        let list = Level { indent, is_list: true };
        let is_in_map = self.levels.contains(&Level { is_list: false, ..list });
        let is_value = self.last == (indent, Value::Empty);
        if is_in_map && !is_value && !self.levels.contains(&list) && !self.unsure {
            let help = "remove the `- `, or give the list a key of its own".to_owned();
            let message = "an item of a list is among the entries of a map";
            mistakes.add(at..at + 1, message, "an item", help);
            self.unsure = true;
            return false;
        }
        self.enter(list);
        self.last = (indent, Value::Empty);
        true
    }

    /// Passes an item of a list that is not written as one.
    pub fn dash(&mut self, indent: usize) {
        self.last = (indent, Value::Empty);
        self.unsure = true;
    }

    /// Passes a line that should be an entry and has no key; its value may be below it.
    pub fn without_key(&mut self, indent: usize) {
        let (above, value) = self.last;
        match value == Value::Empty && indent > above {
            true => self.enter(Level { indent, is_list: false }),
            false => self.unsure = true,
        }
        self.last = (indent, Value::Empty);
    }

    /// Leaves the levels that are deeper, and enters this one. The list of a key may be indented like the key.
    fn enter(&mut self, level: Level) {
        self.levels.retain(|other| {
            other.indent < level.indent
                || (other.indent == level.indent && level.is_list && !other.is_list)
        });
        self.levels.push(level);
    }

    fn report_misaligned(&self, key: Range<usize>, indent: usize, mistakes: &mut Mistakes<'_>) {
        let levels = self.levels.iter().rev().map(|level| level.indent);
        let nearest = levels.min_by_key(|level| level.abs_diff(indent)).unwrap_or_default();
        let help = format!("indent it by {nearest} spaces");
        mistakes.add(key, "a line is indented like none above it", "misaligned", help);
    }
}

fn report_deeper(key: Range<usize>, mistakes: &mut Mistakes<'_>) {
    let message = "a line is indented more than the one above it, which has a value";
    let help = "indent both lines equally; if it belongs to the text above, put that in quotes";
    mistakes.add(key, message, "too far to the right", help.to_owned());
}
