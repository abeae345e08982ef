//! The programs that were written for the old crates.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use portone_v1_generator::diff::{self, Rule};
use portone_v1_generator::model::Api;
use portone_v1_tests::diff_fixture::DiffFixture;
use portone_v1_tests::package::Package;

/// The first line of a program that switches single features on.
const FEATURES: &str = "// features: ";

/// Before or after the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The crate that the program was written for.
    Before,
    /// The crate after the change.
    After,
}

impl Side {
    /// The side in a name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }
}

/// A fixture's program, and the crates of both sides.
pub struct Caller {
    /// The fixture's name.
    pub name: String,
    /// The rule that the fixture shows.
    pub rule: &'static Rule,
    /// The path of the program.
    pub path: PathBuf,
    /// The program.
    pub text: String,
    /// The names that the change is about, as [`words`].
    pub subjects: BTreeSet<String>,
    /// The sections of both crates.
    pub sections: BTreeSet<String>,
    before: Package,
    after: Package,
    resolves: bool,
}

impl Caller {
    /// The program in a fixture's folder.
    pub fn read(fixture: &DiffFixture) -> Self {
        let path = fixture.folder.join("caller.rs");
        let text = fs::read_to_string(&path)
            .unwrap_or_else(|_| panic!("{} has no caller.rs", fixture.name));
        Self {
            name: fixture.name.clone(),
            rule: fixture.rule(),
            subjects: subjects(fixture),
            sections: sections(&fixture.before).chain(sections(&fixture.after)).collect(),
            before: Package::of(&fixture.before),
            after: Package::of(&fixture.after),
            resolves: features(&text).is_none_or(|features| has(&fixture.after, &features)),
            path,
            text,
        }
    }

    /// The features that it asks for; the default ones if it says nothing.
    pub fn features(&self) -> Option<Vec<&str>> {
        features(&self.text)
    }

    /// Returns `true` if it uses the change. A whole section or type that is new can only get in the
    /// way of those who import everything.
    pub fn names_the_change(&self) -> bool {
        let imports_all = || self.text.contains("portone_v1::*;");
        words(&self.text).any(|word| self.subjects.contains(&word)) || imports_all()
    }

    /// The crate of a side.
    pub fn package(&self, side: Side) -> &Package {
        match side {
            Side::Before => &self.before,
            Side::After => &self.after,
        }
    }

    /// Returns `true` if all features that it asks for exist. Cargo rejects the program otherwise.
    pub fn resolves(&self, side: Side) -> bool {
        side == Side::Before || self.resolves
    }
}

fn features(text: &str) -> Option<Vec<&str>> {
    let names = text.lines().next()?.strip_prefix(FEATURES)?;
    Some(names.split(", ").collect())
}

fn has(api: &Api, features: &[&str]) -> bool {
    features.iter().all(|feature| sections(api).any(|name| name == *feature))
}

fn sections(api: &Api) -> impl Iterator<Item = String> {
    api.sections.iter().map(|section| section.name.clone())
}

fn operations(api: &Api) -> impl Iterator<Item = &str> {
    api.sections.iter().flat_map(|section| &section.operations).map(|each| each.name.as_str())
}

/// The subjects of the rule's changes: their pointers, and both sides. A change of the whole crate is
/// met by those who call any operation.
fn subjects(fixture: &DiffFixture) -> BTreeSet<String> {
    let (rule, mut subjects) = (fixture.rule(), BTreeSet::new());
    for found in fixture.changes().iter().filter(|found| found.rule == rule) {
        let diff::Change { pointer, before, after, .. } = found;
        let is_whole = pointer == "api" || pointer.starts_with("api/");
        let called = operations(&fixture.before).filter(|_| is_whole);
        let sides = before.iter().chain(after).map(String::as_str).chain(called);
        subjects.extend(sides.chain([pointer.as_str()]).flat_map(words));
    }
    subjects
}

/// The words of a text without regard to how names are written: `OrderKind` is `order_kind`.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let words = words.map(|word| word.replace('_', "").to_lowercase());
    words.filter(|word| word.len() > 2 && !COMMON.contains(&word.as_str()))
}

/// Words of every program and every signature.
const COMMON: &[&str] = &[
    "new", "impl", "into", "string", "option", "vec", "the", "client", "use", "pub", "for", "let",
];
