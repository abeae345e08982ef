//! Fixture folders: a small schema in one file, and the snapshot of what comes of it.
//!
//! `schema.yaml` holds `sections/shop.yaml`. Further files of the schema follow behind lines such
//! as `#@ types/order.yaml`; `api.yaml` is made up unless it is given too. A first line such as
//! `# shows: Cargo.toml src/lib.rs` names the generated files that the snapshot is made of.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use portone_v1_generator::source::{Source, Sources};

/// A fixture as found on the disk.
pub struct Fixture {
    /// The folder's name.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
    /// The text of `schema.yaml`.
    pub text: String,
}

/// Every fixture in a room of this crate, in the order of names.
pub fn all(room: &str) -> Vec<Fixture> {
    let room = Path::new(env!("CARGO_MANIFEST_DIR")).join(room);
    let entries = fs::read_dir(&room).expect("the room is there");
    let mut folders: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    folders.into_iter().filter(|folder| folder.join("schema.yaml").exists()).map(read).collect()
}

fn read(folder: PathBuf) -> Fixture {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = fs::read_to_string(folder.join("schema.yaml")).expect("the fixture is readable");
    Fixture { name, folder, text }
}

/// Checks every fixture, also behind one that fails.
///
/// # Panics
/// Panics when a check did, and names the fixtures.
pub fn every(fixtures: &[Fixture], check: impl Fn(&Fixture)) {
    let fails = |fixture: &&Fixture| catch_unwind(AssertUnwindSafe(|| check(fixture))).is_err();
    let failed: Vec<_> = fixtures.iter().filter(fails).map(|fixture| &fixture.name).collect();
    assert!(failed.is_empty(), "these fixtures fail: {failed:?}");
}

impl Fixture {
    /// The files of its schema.
    pub fn sources(&self) -> Sources {
        sources(&self.text)
    }

    /// The generated files that its snapshot is made of, if it names any.
    pub fn shows(&self) -> Option<Vec<&str>> {
        let names = self.text.lines().next()?.strip_prefix("# shows: ")?;
        Some(names.split(' ').collect())
    }

    /// Compares a text with the `expected.snap` beside the schema.
    pub fn expect(&self, text: &str) {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&self.folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("expected", text));
    }
}

/// The files that a fixture's text holds.
pub fn sources(text: &str) -> Sources {
    let mut files = vec![file("sections/shop.yaml")];
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
