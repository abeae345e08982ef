//! The schema of a revision, a folder or the working tree.

use std::error::Error;
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use portone_v1_generator::source::{Source, Sources, order};
use semver::Version;

use crate::git::Repository;
use crate::manifest;

/// A schema with its name and version.
pub struct SchemaRevision {
    /// The revision or folder as the user named it.
    pub name: String,
    /// The commit, if it is a revision of git.
    pub commit: Option<String>,
    /// True if it is the schema of the working tree.
    pub is_working_tree: bool,
    /// The text of the schema.
    pub sources: Sources,
    /// The text of the `suppressions.yaml` beside it.
    pub suppressions: Option<String>,
    /// The version of the crate.
    pub version: Option<Version>,
}

/// The error for a revision without a schema, or with one that this generator does not read.
#[derive(Debug)]
pub struct UnreadableSchema(pub String);

impl fmt::Display for UnreadableSchema {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Error for UnreadableSchema {}

impl SchemaRevision {
    /// The schema in a folder.
    fn of_schema(name: &str, folder: &Path) -> anyhow::Result<Self> {
        let failed = || format!("no schema could be read from {}", folder.display());
        let manifest = text_of(&folder.join("../Cargo.toml"));
        Ok(Self {
            name: name.to_owned(),
            commit: None,
            is_working_tree: false,
            sources: shown(Sources::read(folder).with_context(failed)?),
            suppressions: text_of(&folder.join("suppressions.yaml")),
            version: manifest.and_then(|text| manifest::version(&text)),
        })
    }

    /// The schema of the working tree.
    pub fn of_working_tree(folder: &Path) -> anyhow::Result<Self> {
        let schema = Self::of_schema("the working tree", folder)?;
        Ok(Self { is_working_tree: true, ..schema })
    }

    /// The schema in a folder or in its subfolder `schema/`.
    pub fn of_folder(name: &str) -> anyhow::Result<Self> {
        let folder = Path::new(name);
        match [folder.to_owned(), folder.join("schema")]
            .into_iter()
            .find(|folder| is_schema(folder))
        {
            Some(folder) => Self::of_schema(name, &folder),
            None => bail!(
                "there is no schema in {name}\n  help: name a folder that contains `api.yaml` or \
                 `schema/api.yaml`"
            ),
        }
    }

    /// The schema of a commit, read without touching the working tree.
    pub fn of_commit(name: &str, commit: &str, repository: &Repository) -> anyhow::Result<Self> {
        let mut files = Vec::new();
        for blob in repository.files(commit)? {
            if order(&blob.path).is_some() {
                let text = repository.text(&blob).with_context(|| format!("at `{name}`"))?;
                files.push(Source { path: blob.path, text });
            }
        }
        if !files.iter().any(|file| file.path == "api.yaml") {
            bail!(UnreadableSchema(format!(
                "there is no schema at `{name}`: it has no {SHOWN}/api.yaml\n  help: name a newer \
                 revision"
            )));
        }
        let manifest = repository.text_at(commit, "../Cargo.toml")?;
        Ok(Self {
            name: name.to_owned(),
            commit: Some(commit.to_owned()),
            is_working_tree: false,
            sources: Sources::pick(SHOWN, files),
            suppressions: repository.text_at(commit, "suppressions.yaml")?,
            version: manifest.and_then(|text| manifest::version(&text)),
        })
    }
}

/// The shown name of the folder: two files are the same if only the names of their folders differ.
const SHOWN: &str = "schema";

fn shown(mut sources: Sources) -> Sources {
    for file in &mut sources.files {
        let below = file.path.split_once('/').map_or(file.path.as_str(), |(_, below)| below);
        file.path = format!("{SHOWN}/{below}");
    }
    sources
}

fn is_schema(folder: &Path) -> bool {
    folder.join("api.yaml").is_file()
}

fn text_of(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}
