//! Fixtures of changes: a folder for each, with a schema in `before/`, one in `after/`, and
//! `caller.rs`, a program that was written for the first of them.

use std::fs;
use std::path::{Path, PathBuf};

use portone_v1_generator::diagnostics::{Style, render};
use portone_v1_generator::diff::{self, RULES, Rule};
use portone_v1_generator::model::Api;
use portone_v1_generator::source::Sources;

/// A change as found on the disk.
pub struct Change {
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

/// Every change in the room `diff`, in the order of names.
pub fn all() -> Vec<Change> {
    let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("diff");
    let entries = fs::read_dir(&room).expect("the room is there");
    let mut folders: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders.into_iter().map(read).collect()
}

fn read(folder: PathBuf) -> Change {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let before = model(&sources(&folder.join("before")));
    let sources = sources(&folder.join("after"));
    Change { name, folder, before, after: model(&sources), sources }
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

/// The model of a schema.
///
/// # Panics
/// Panics when there are mistakes in it, and shows them.
pub fn model(sources: &Sources) -> Api {
    portone_v1_generator::read(sources)
        .unwrap_or_else(|found| panic!("{}", render(&found, sources, Style::Plain)))
}

impl Change {
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
