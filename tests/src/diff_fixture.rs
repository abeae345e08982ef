//! Fixtures of `diff`: a folder for each, with the schema before and after a change, and `caller.rs`,
//! a program that was written for the crate before.
//!
//! `schema.diff` holds both schemas in full, as a diff with all of its context: lines that begin with
//! `-` are in the schema before, with `+` in the schema after, and with a space in both. Without these
//! marks, each side has the format of a `schema.yaml` (see [`fixture`]).

use std::fs;
use std::path::PathBuf;

use portone_v1_generator::diff::{self, RULES, Rule};
use portone_v1_generator::model::Api;
use portone_v1_generator::source::Sources;

use crate::fixture;

/// Two schemas, and the change between them.
pub struct DiffFixture {
    /// The folder's name: a rule's id, and what tells it from others of the rule.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
    /// The model before.
    pub before: Api,
    /// The model after.
    pub after: Api,
    /// The text of the schema before.
    pub old_sources: Sources,
    /// The text of the schema after.
    pub sources: Sources,
}

impl DiffFixture {
    /// The fixture in a folder.
    ///
    /// # Panics
    /// Panics when it cannot be read.
    pub fn read(name: &str) -> Self {
        let folder = fixture::root("diff").join(name);
        let text = fs::read_to_string(folder.join("schema.diff")).expect("a `schema.diff`");
        let [before, after] = sides(&text);
        let old_sources = fixture::sources(&before);
        let before = fixture::model(&old_sources);
        let sources = fixture::sources(&after);
        let after = fixture::model(&sources);
        Self { name: name.to_owned(), folder, before, after, old_sources, sources }
    }

    /// Every fixture, sorted by name.
    pub fn all() -> Vec<Self> {
        fixture::names("diff").iter().map(|name| Self::read(name)).collect()
    }

    /// The rule that it shows.
    ///
    /// # Panics
    /// Panics when its name begins with the id of no rule.
    pub fn rule(&self) -> &'static Rule {
        let rules = RULES.iter().filter(|rule| self.name.starts_with(rule.id));
        rules.max_by_key(|rule| rule.id.len()).unwrap_or_else(|| panic!("{} is no rule", self.name))
    }

    /// All that is found: the rule's change, and what comes with it.
    pub fn changes(&self) -> Vec<diff::Change> {
        diff::compare(&self.before, &self.after)
    }
}

/// The schema before, and the schema after.
pub fn sides(diff: &str) -> [String; 2] {
    [side(diff, '-'), side(diff, '+')]
}

/// The lines of one side, without their marks. Editors may have removed the mark of an empty line.
fn side(diff: &str, mark: char) -> String {
    let mut text = String::new();
    for line in diff.split_inclusive('\n') {
        match line.chars().next() {
            Some(' ') => text.push_str(&line[1..]),
            Some('\n') => text.push_str(line),
            Some(first) if first == mark => text.push_str(&line[1..]),
            Some('-' | '+') | None => {}
            Some(_) => panic!("the line must begin with a space, `-` or `+`: {line}"),
        }
    }
    text
}
