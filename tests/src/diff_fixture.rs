//! Fixtures of `diff`: a folder for each, with a schema in `before/`, one in `after/`, and `caller.rs`,
//! a program that was written for the crate before.

use std::path::{Path, PathBuf};

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
        let before = fixture::model(&sources(&folder.join("before")));
        let sources = sources(&folder.join("after"));
        Self { name: name.to_owned(), folder, before, after: fixture::model(&sources), sources }
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

/// Generated files name the file that they come from: both sides have their schema in one folder.
fn sources(folder: &Path) -> Sources {
    let mut sources = Sources::read(folder).expect("the schema is readable");
    for file in &mut sources.files {
        let below = file.path.split_once('/').map_or(&*file.path, |(_, below)| below);
        file.path = format!("schema/{below}");
    }
    sources
}
