//! The schema's text: files, and locations in them.

mod disk;

use std::io;
use std::ops::Range;
use std::path::Path;

/// A range in one file of the schema, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The file's number in its [`Sources`].
    pub file: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The bytes as a range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A line of a schema file, as reports show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLocation {
    /// The path as people should see it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// One file of the schema.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as people should see it: `schema/sections/vbanks.yaml`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// The file's name without folder and ending: `vbanks`.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".yaml").unwrap_or(name)
    }

    /// The kind of file, by its folder.
    pub fn folder(&self) -> SchemaFolder {
        match self.path.rsplit('/').nth(1) {
            Some("sections") => SchemaFolder::Sections,
            Some("types") => SchemaFolder::Types,
            Some("codes") => SchemaFolder::Codes,
            _ => SchemaFolder::Api,
        }
    }
}

/// The folders of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaFolder {
    /// `api.yaml` itself.
    Api,
    /// `sections/`: one file for each section of the docs.
    Sections,
    /// `types/`: shared types.
    Types,
    /// `codes/`: code tables.
    Codes,
}

/// All files of one schema, in the order in which they are read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The files; a [`Span`] names one by its place in this list.
    pub files: Vec<Source>,
}

impl Sources {
    /// Reads `api.yaml` and every YAML file in `sections/`, `types/` and `codes/` below `root`.
    ///
    /// # Errors
    /// Fails when a file cannot be read; the message has a line for each of them.
    pub fn read(root: &Path) -> io::Result<Self> {
        let shown = shown_name(root);
        let mut paths = vec![(root.join("api.yaml"), format!("{shown}/api.yaml"))];
        for folder in FOLDERS {
            for path in disk::yaml_files(&root.join(folder))? {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let shown = format!("{shown}/{folder}/{name}");
                paths.push((path, shown));
            }
        }
        let (mut files, mut problems) = (Vec::new(), Vec::new());
        for (path, shown) in paths {
            match disk::text(&path) {
                Ok(text) => files.push(Source { path: shown, text }),
                Err(problem) => problems.push(format!("{} {problem}", path.display())),
            }
        }
        match problems.is_empty() {
            true => Ok(Self { files }),
            false => Err(io::Error::other(problems.join("\n"))),
        }
    }

    /// Takes of these files those that belong to a schema, in the order in which they are read.
    /// Paths begin in the schema's folder; `shown` is the folder's name for people.
    pub fn pick(shown: &str, mut files: Vec<Source>) -> Self {
        files.retain(|file| order(&file.path).is_some());
        files.sort_by(|left, right| order(&left.path).cmp(&order(&right.path)));
        for file in &mut files {
            file.path = format!("{shown}/{}", file.path);
        }
        Self { files }
    }
}

/// The folders, in the order in which they are read, after `api.yaml`.
const FOLDERS: [&str; 3] = ["sections", "types", "codes"];

/// When a file is read, by its path below the schema's folder; `None` when it belongs to no schema.
pub fn order(path: &str) -> Option<(usize, &str)> {
    if path == "api.yaml" {
        return Some((0, path));
    }
    let (folder, name) = path.split_once('/')?;
    let folder = FOLDERS.iter().position(|known| *known == folder)?;
    let is_read = name.ends_with(".yaml") && !name.contains('/') && !name.starts_with('.');
    is_read.then_some((folder + 1, name))
}

fn shown_name(root: &Path) -> String {
    match root.file_name() {
        Some(name) => name.to_string_lossy().into_owned(),
        None => "schema".to_owned(),
    }
}
