//! What an earlier run of this program has left. While none of it changes, there is nothing to do; when
//! some of it has changed, the rest need not be printed again.

use std::fs;
use std::path::PathBuf;

use portone_v1_generator::Memory;
use portone_v1_generator::output::{identity, trace};
use portone_v1_generator::upstream::sha256;
use serde::{Deserialize, Serialize};

use crate::place::{CONTRACT, Place};

/// What was up to date.
#[derive(Deserialize, Serialize)]
pub struct Done {
    /// How many operations the schema has.
    pub operations: usize,
    /// How many types.
    pub types: usize,
    /// How many files were up to date.
    pub files: usize,
}

/// The way around a run.
pub struct Shortcut {
    program: PathBuf,
    /// What is read and what is written: folders, and a file.
    paths: Vec<PathBuf>,
    /// In `target/`, which nobody keeps.
    note: PathBuf,
}

#[derive(Deserialize, Serialize)]
struct Note {
    trace: String,
    done: Done,
}

impl Shortcut {
    /// None for folders outside the project, which are there for a test or an experiment.
    pub fn of(place: &Place) -> Option<Self> {
        let (schema, out) = (place.schema(), place.out());
        if !schema.starts_with(place.project()) || !out.starts_with(place.project()) {
            return None;
        }
        let program = std::env::current_exe().ok()?;
        let contract = place.fake().map(|fake| fake.join(CONTRACT));
        let paths: Vec<_> = [schema, out].into_iter().chain(contract).collect();
        let name = sha256(format!("{paths:?}").as_bytes());
        let note = place.project().join("target/generated").join(format!("{name}.json"));
        Some(Self { program, paths, note })
    }

    /// What was done, if the same program would find the same files.
    pub fn done(&self) -> Option<Done> {
        let note: Note = serde_json::from_slice(&fs::read(&self.note).ok()?).ok()?;
        (note.trace == self.trace()?).then_some(note.done)
    }

    /// What the same program has printed.
    pub fn memory(&self) -> Memory {
        let program = identity(&self.program).unwrap_or_default();
        Memory::read(&fs::read(self.printed()).unwrap_or_default(), &program)
    }

    /// Notes that everything is up to date, and what was printed. Without these, the next run does all
    /// the work again.
    pub fn keep(&self, done: Done, memory: &Memory) {
        let note = self.trace().map(|trace| Note { trace, done });
        if let Some(Ok(text)) = note.map(|note| serde_json::to_vec(&note)) {
            let folder = self.note.parent().map(fs::create_dir_all);
            let _ = folder.transpose().and_then(|_| fs::write(&self.note, text));
        }
        let printed = identity(&self.program).ok().and_then(|program| memory.write(&program));
        if let Some(printed) = printed {
            let _ = fs::write(self.printed(), printed);
        }
    }

    /// Forgets all that was left.
    pub fn forget(&self) {
        for file in [&self.note, &self.printed()] {
            let _ = fs::remove_file(file);
        }
    }

    fn printed(&self) -> PathBuf {
        self.note.with_extension("printed")
    }

    fn trace(&self) -> Option<String> {
        trace(&self.program, &self.paths).ok()
    }
}
