//! The project that is measured, as `cargo metadata` describes it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, anyhow};
use portone_v1_generator::diagnostics::{self, Diagnostic};
use portone_v1_generator::model::Api;
use portone_v1_generator::source::Sources;
use serde::Deserialize;

use crate::cargo;

/// The generated crate.
pub const CRATE: &str = "portone-v1";

/// The project's folders and the features of its crate.
pub struct Project {
    /// The folder of the project.
    pub root: PathBuf,
    /// The target folder of the project's workspace.
    pub target: PathBuf,
    /// The public features of the generated crate.
    pub features: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    target_directory: PathBuf,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    features: BTreeMap<String, Vec<String>>,
}

impl Project {
    /// Reads the metadata of the workspace around this crate.
    pub fn read() -> anyhow::Result<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.parent().unwrap_or(here).to_owned();
        let arguments = ["metadata", "--no-deps", "--format-version", "1"];
        let output = cargo::read(&mut cargo::cargo(&root, &arguments))?;
        let metadata: Metadata = serde_json::from_slice(&output.stdout)
            .context("the output of `cargo metadata` cannot be read")?;
        let package = metadata.packages.into_iter().find(|package| package.name == CRATE);
        let package = package.ok_or_else(|| anyhow!("the workspace has no crate `{CRATE}`"))?;
        Ok(Self { root, target: metadata.target_directory, features: package.public_features() })
    }

    /// The folder of the schema.
    pub fn schema(&self) -> PathBuf {
        self.root.join("schema")
    }

    /// A call of `cargo bench` for a benchmark of the workspace below `bench/`.
    pub fn bench(&self, package: &str, name: &str) -> Command {
        let mut command = cargo::cargo(&self.root, &["bench", "--quiet", "--package", package]);
        command.args(["--bench", name, "--manifest-path", "bench/Cargo.toml"]);
        command.arg("--target-dir").arg(&self.target);
        command
    }

    /// The model of the schema.
    pub fn api(&self) -> anyhow::Result<Api> {
        let sources = Sources::read(&self.schema()).context("the schema cannot be read")?;
        portone_v1_generator::read(&sources).map_err(|found| invalid(&found, &sources))
    }
}

impl Package {
    fn public_features(self) -> Vec<String> {
        let is_public = |name: &String| name != "default" && !name.starts_with('_');
        self.features.into_keys().filter(is_public).collect()
    }
}

fn invalid(found: &[Diagnostic], sources: &Sources) -> anyhow::Error {
    let rendered = diagnostics::render(found, sources, diagnostics::Style::Plain);
    anyhow!("the schema has errors:\n{rendered}")
}
