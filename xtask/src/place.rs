//! Where the schema is and where the crate goes.

use std::path::{Path, PathBuf};

use clap::Args;

/// What the fake server knows of the schema: a file in its folder.
pub const CONTRACT: &str = "contract.json";

/// Folders, which only tests and experiments need to name.
#[derive(Clone, Debug, Args)]
pub struct Place {
    /// Another checkout of the project.
    #[arg(long, global = true, value_name = "DIR", help_heading = "Folders")]
    project: Option<PathBuf>,
    /// Another schema folder.
    #[arg(long, global = true, value_name = "DIR", help_heading = "Folders")]
    schema: Option<PathBuf>,
    /// Another folder for the generated crate.
    #[arg(long, global = true, value_name = "DIR", help_heading = "Folders")]
    out: Option<PathBuf>,
}

impl Place {
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

    /// The folder of the fake server; none in an experiment with other folders, which leaves it alone.
    pub fn fake(&self) -> Option<PathBuf> {
        let elsewhere = self.schema.is_some() || self.out.is_some();
        (!elsewhere).then(|| self.project().join("fake"))
    }
}

/// The folder above this crate, wherever the command is called.
fn workspace() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}
