//! Fixtures of changes: one small schema that a room shares, and for each fixture the lines of it
//! that change.
//!
//! `change.diff` has lines that begin with a space, `-` or `+`, as in every diff. `@@` stands
//! between places that are far from each other, from top to bottom. The lines with a space and `-` must stand in the
//! schema exactly once.

use std::fs;
use std::path::{Path, PathBuf};

use portone_v1_generator::diagnostics::{Style, render};
use portone_v1_generator::model::Api;
use portone_v1_generator::source::Sources;

use crate::fixture;

/// A change as found on the disk.
pub struct Change {
    /// The folder's name.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
    /// The schema before, as one text.
    pub before: String,
    /// The schema after, as one text.
    pub after: String,
}

/// Every change in a room of this crate, in the order of names.
pub fn all(room: &str) -> Vec<Change> {
    let room = Path::new(env!("CARGO_MANIFEST_DIR")).join(room);
    let schema = fs::read_to_string(room.join("schema.yaml")).expect("the shared schema");
    let entries = fs::read_dir(&room).expect("the room is there");
    let mut folders: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    let folders = folders.into_iter().filter(|folder| folder.join("change.diff").exists());
    folders.map(|folder| read(folder, &schema)).collect()
}

fn read(folder: PathBuf, schema: &str) -> Change {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let diff = fs::read_to_string(folder.join("change.diff")).expect("the change is readable");
    let (mut after, mut done) = (String::new(), 0);
    for place in diff.split("@@\n") {
        let old = side(place, '-');
        let found = schema.matches(&old).count();
        assert!(found == 1 && !old.is_empty(), "{name}: these lines stand {found} times:\n{old}");
        let at = schema.find(&old).expect("it was found");
        after = after + &schema[done..at] + &side(place, '+');
        done = at + old.len();
    }
    after.push_str(&schema[done..]);
    Change { name, folder, before: schema.to_owned(), after }
}

/// The lines of one side of a diff.
fn side(diff: &str, mark: char) -> String {
    let lines = diff
        .split_inclusive('\n')
        .filter_map(|line| line.strip_prefix(' ').or_else(|| line.strip_prefix(mark)));
    lines.collect()
}

impl Change {
    /// Both models.
    pub fn models(&self) -> (Api, Api) {
        (model(&self.before), model(&self.after))
    }
}

/// The model of a schema in one text.
///
/// # Panics
/// Panics when there are mistakes in it, and shows them.
pub fn model(text: &str) -> Api {
    let sources: Sources = fixture::sources(text);
    portone_v1_generator::read(&sources)
        .unwrap_or_else(|found| panic!("{}", render(&found, &sources, Style::Plain)))
}
