//! The workspace as `cargo metadata` describes it, and its published crates.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use semver::Version;
use serde::Deserialize;

use crate::cargo;

/// The published crates with their folders, each after its dependencies.
pub const PUBLISHED: [(&str, &str); 3] =
    [("portone-v1-runtime", "runtime"), ("portone-v1", "generated"), ("portone-v1-fake", "fake")];

/// The used part of `cargo metadata`.
#[derive(Deserialize)]
pub struct Workspace {
    packages: Vec<Package>,
    /// The target folder.
    pub target_directory: PathBuf,
}

/// A crate of the workspace.
#[derive(Deserialize)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Version,
    /// The minimum supported version of Rust.
    pub rust_version: Option<String>,
    features: BTreeMap<String, Vec<String>>,
}

impl Workspace {
    /// Reads the metadata of a workspace.
    pub fn read(project: &Path) -> anyhow::Result<Self> {
        let arguments = ["metadata", "--no-deps", "--format-version", "1"];
        let output = cargo::read(&mut cargo::cargo(project, &arguments))?;
        serde_json::from_slice(&output.stdout)
            .context("the output of `cargo metadata` cannot be read")
    }

    /// The crate of this name.
    pub fn find(&self, name: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.name == name)
    }

    /// The published crates, in the order of `PUBLISHED`.
    pub fn published(&self) -> anyhow::Result<Vec<&Package>> {
        let missing = |name| anyhow!("the workspace has no crate `{name}`");
        PUBLISHED.iter().map(|(name, _)| self.find(name).ok_or_else(|| missing(name))).collect()
    }
}

impl Package {
    /// `portone-v1-0.1.0`
    pub fn stem(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }

    /// All features with what they enable.
    pub fn all_features(&self) -> &BTreeMap<String, Vec<String>> {
        &self.features
    }

    /// The public features; internal ones begin with `_`.
    pub fn features(&self) -> impl Iterator<Item = &str> {
        let names = self.features.keys().map(String::as_str);
        names.filter(|name| *name != "default" && !name.starts_with('_'))
    }
}
