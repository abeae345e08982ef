//! What cargo says about the workspace, and the crates that are published from it.

use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use semver::Version;
use serde::Deserialize;

use crate::cargo;

/// The crates that are published, each after what it depends on.
pub const PUBLISHED: [&str; 3] = ["portone-v1-runtime", "portone-v1", "portone-v1-fake"];

/// The part of `cargo metadata` that somebody here reads.
#[derive(Deserialize)]
pub struct Workspace {
    packages: Vec<Package>,
    /// Where cargo builds.
    pub target_directory: PathBuf,
}

/// A crate of the workspace.
#[derive(Deserialize)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Version,
    /// The oldest Rust that builds it.
    pub rust_version: Option<String>,
    features: std::collections::BTreeMap<String, Vec<String>>,
}

impl Workspace {
    /// Asks cargo.
    pub fn read(project: &Path) -> anyhow::Result<Self> {
        let arguments = ["metadata", "--no-deps", "--format-version", "1"];
        let output = cargo::read(&mut cargo::cargo(project, &arguments))?;
        serde_json::from_slice(&output.stdout).context("`cargo metadata` said what cannot be read")
    }

    /// The crates that are published, in their order.
    pub fn published(&self) -> anyhow::Result<Vec<&Package>> {
        let find = |name: &str| self.packages.iter().find(|package| package.name == name);
        let missing = |name| anyhow!("the workspace has no crate `{name}`");
        PUBLISHED.iter().map(|name| find(name).ok_or_else(|| missing(name))).collect()
    }
}

impl Package {
    /// `portone-v1-0.1.0`
    pub fn stem(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }

    /// The features for users; the others follow from these.
    pub fn features(&self) -> impl Iterator<Item = &str> {
        let names = self.features.keys().map(String::as_str);
        names.filter(|name| *name != "default" && !name.starts_with('_'))
    }
}
