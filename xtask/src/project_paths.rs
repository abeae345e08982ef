//! The folders of the project.

use std::path::{Path, PathBuf};

use clap::Args;
use portone_v1_generator::output::TemporaryFolder;

/// The contract of the fake server, a file in its folder.
pub const CONTRACT: &str = "contract.json";

/// Options for other folders, for tests and experiments.
#[derive(Clone, Debug, Args)]
pub struct ProjectPaths {
    /// Folder of the project [default: this checkout].
    #[arg(long, global = true, value_name = "DIR", help_heading = "Folders")]
    project: Option<PathBuf>,
    /// Folder of the schema [default: PROJECT/schema].
    #[arg(long, global = true, value_name = "DIR", help_heading = "Folders")]
    schema: Option<PathBuf>,
    /// Folder of the generated crate [default: PROJECT/generated].
    #[arg(long, global = true, value_name = "DIR", help_heading = "Folders")]
    out: Option<PathBuf>,
}

impl ProjectPaths {
    /// The folder of the project.
    pub fn project(&self) -> PathBuf {
        self.project.clone().unwrap_or_else(|| workspace().to_owned())
    }

    /// The folder of the schema.
    pub fn schema(&self) -> PathBuf {
        self.schema.clone().unwrap_or_else(|| self.project().join("schema"))
    }

    /// The folder of the generated crate.
    pub fn out(&self) -> PathBuf {
        self.out.clone().unwrap_or_else(|| self.project().join("generated"))
    }

    /// The folder for temporary folders. Files are written there before they are moved into their place: it is in
    /// the file system of the project, wherever cargo builds.
    pub fn stages(&self) -> PathBuf {
        self.project().join("target").join("stages")
    }

    /// The absolute path of cargo's target folder.
    pub fn target(&self) -> PathBuf {
        let chosen = std::env::var_os("CARGO_TARGET_DIR").filter(|folder| !folder.is_empty());
        let target = chosen.map_or_else(|| self.project().join("target"), PathBuf::from);
        std::path::absolute(&target).unwrap_or(target)
    }

    /// The target folder of the comparison of public APIs, which has checkouts of the project.
    pub fn api_target(&self) -> PathBuf {
        self.target().join("api")
    }

    /// Removes what commands that were killed left in the folders for temporary folders.
    pub fn remove_abandoned(&self) {
        TemporaryFolder::remove_abandoned(&self.stages());
        TemporaryFolder::remove_abandoned(&self.api_target());
    }

    /// The folder of the fake server; none with another schema or crate, which must not change it.
    pub fn fake(&self) -> Option<PathBuf> {
        let elsewhere = self.schema.is_some() || self.out.is_some();
        (!elsewhere).then(|| self.project().join("fake"))
    }
}

/// The folder above this crate, which does not depend on the current folder.
fn workspace() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}
