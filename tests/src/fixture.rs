//! Fixture folders: a small schema in one file, and the snapshots of what it becomes.
//!
//! `schema.yaml` begins with the text of `sections/shop.yaml`, unless its first line names another
//! file. Further files of the schema follow behind lines such as `#@ types/order.yaml`; `api.yaml` is made up unless it is given too. A first line such as
//! `# shows: Cargo.toml src/lib.rs` names the generated files that the snapshot is made of.

use std::fs;
use std::path::{Path, PathBuf};

use portone_v1_generator::diagnostics::{Style, render};
use portone_v1_generator::model::Api;
use portone_v1_generator::source::{Source, Sources};
use portone_v1_generator::upstream;

use crate::snapshot;

/// A fixture as found on the disk.
pub struct Fixture {
    /// The folder's name.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
    /// The text of `schema.yaml`.
    pub text: String,
}

/// The folder of all fixtures of a kind.
pub fn root(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(kind)
}

/// The names of all fixtures of a kind, sorted.
///
/// # Panics
/// Panics when there is no such folder.
pub fn names(kind: &str) -> Vec<String> {
    let entries = fs::read_dir(root(kind)).expect("the folder can be read");
    let folders = entries.map(|entry| entry.expect("an entry").path());
    let has = |folder: &Path, name: &str| folder.join(name).exists();
    let folders = folders.filter(|it| has(it, "schema.yaml") || has(it, "schema.diff"));
    let mut names: Vec<_> = folders.map(|folder| file_name(&folder)).collect();
    names.sort();
    names
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Every fixture of a kind, sorted by name.
pub fn all(kind: &str) -> Vec<Fixture> {
    names(kind).iter().map(|name| Fixture::read(kind, name)).collect()
}

impl Fixture {
    /// The fixture in a folder.
    ///
    /// # Panics
    /// Panics when it cannot be read.
    pub fn read(kind: &str, name: &str) -> Self {
        let folder = root(kind).join(name);
        let text = fs::read_to_string(folder.join("schema.yaml")).expect("a `schema.yaml`");
        Self { name: name.to_owned(), folder, text }
    }

    /// The files of its schema.
    pub fn sources(&self) -> Sources {
        sources(&self.text)
    }

    /// The generated files that its snapshot is made of, if it names any.
    pub fn shows(&self) -> Option<Vec<&str>> {
        let names = self.text.lines().next()?.strip_prefix("# shows: ")?;
        Some(names.split(' ').collect())
    }

    /// The model of its schema.
    ///
    /// # Panics
    /// Panics when there are errors in the schema, and shows them.
    pub fn api(&self) -> Api {
        model(&self.sources())
    }

    /// The errors in its schema as text; empty when there are none. `upstream.lock` beside it is the
    /// pinned description.
    ///
    /// # Panics
    /// Panics when the lock is not valid.
    pub fn errors(&self) -> String {
        let sources = self.sources();
        let lock = fs::read_to_string(self.folder.join("upstream.lock")).ok();
        let lock = lock.map(|text| upstream::lock_head(&text).expect("a lock"));
        let found = upstream::read_pinned(&sources, lock.as_ref()).err().unwrap_or_default();
        render(&found, &sources, Style::Plain)
    }

    /// Compares a text with the `expected.snap` beside the schema.
    pub fn expect(&self, text: &str) {
        snapshot::assert(&self.folder, "expected", text);
    }
}

/// The model of a schema.
///
/// # Panics
/// Panics when there are errors in the schema, and shows them.
pub fn model(sources: &Sources) -> Api {
    portone_v1_generator::read(sources)
        .unwrap_or_else(|found| panic!("{}", render(&found, sources, Style::Plain)))
}

/// The files that a fixture's text holds.
pub fn sources(text: &str) -> Sources {
    let mut files = Vec::new();
    if !text.starts_with("#@ ") {
        files.push(file("sections/shop.yaml"));
    }
    for line in text.split_inclusive('\n') {
        match line.trim_end().strip_prefix("#@ ") {
            Some(path) => files.push(file(path)),
            None => files.last_mut().expect("there is one").text.push_str(line),
        }
    }
    if !files.iter().any(|file| file.path == "schema/api.yaml") {
        files.insert(0, api(&files));
    }
    Sources { files }
}

fn file(path: &str) -> Source {
    Source { path: format!("schema/{path}"), text: String::new() }
}

fn api(files: &[Source]) -> Source {
    let sections = files.iter().filter(|file| file.path.contains("/sections/"));
    let sections: Vec<_> = sections.map(Source::stem).collect();
    let mut api = file("api.yaml");
    api.text = format!(
        "title: 상점 API\ndoc: A shop.\nbase_url: https://api.example.com\n\
         docs: https://docs.example.com\nrevision: \"2024-03-22\"\nsections: [{}]\n",
        sections.join(", ")
    );
    api
}
