//! Other generators of Rust clients, installed from their registries and called on this project's
//! OpenAPI document. Everything is below `target/peers/`:
//!
//! ```text
//! openapi-3.1.json  openapi-3.0.json   their input
//! tools/                               their programs
//! NAME/                                the crate that each generates
//! ```

mod document;
mod install;
mod list;
mod output;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Context;

use crate::cargo;
use crate::project::Project;
use document::Document;
pub use list::{ALL, Peer};
pub use output::clear;

/// The folder of the peers, with the documents written.
pub struct Workspace {
    /// `target/peers`
    pub folder: PathBuf,
}

/// An installed peer.
pub struct Tool<'w> {
    /// The peer.
    pub peer: &'static Peer,
    workspace: &'w Workspace,
    program: PathBuf,
}

impl Workspace {
    /// Writes the documents.
    pub fn prepare(project: &Project) -> anyhow::Result<Self> {
        let workspace = Self { folder: project.target.join("peers") };
        let failed = || format!("{} cannot be written", workspace.folder.display());
        fs::create_dir_all(&workspace.folder).with_context(failed)?;
        let api = project.api()?;
        for document in Document::ALL {
            let text = format!("{:#}\n", document.json(&api));
            fs::write(workspace.folder.join(document.file()), text).with_context(failed)?;
        }
        Ok(workspace)
    }

    /// Installs a peer unless it is installed.
    pub fn install(&self, peer: &'static Peer) -> anyhow::Result<Tool<'_>> {
        let program = install::install(peer, &self.folder.join("tools"))
            .with_context(|| format!("{} could not be installed", peer.name))?;
        Ok(Tool { peer, workspace: self, program })
    }
}

impl Tool<'_> {
    /// The folder of the generated crate.
    pub fn folder(&self) -> PathBuf {
        self.workspace.folder.join(self.peer.name)
    }

    /// The call that generates the crate.
    pub fn command(&self) -> Command {
        let document = self.workspace.folder.join(self.peer.document.file());
        let mut command = Command::new(&self.program);
        command.env("RUST_BACKTRACE", "0");
        command.args((self.peer.arguments)(&document, &self.folder()));
        command
    }

    /// Removes the crate, so that each call begins with an empty folder.
    pub fn clear(&self) -> anyhow::Result<()> {
        output::clear(&self.folder())
    }

    /// Generates the crate so that cargo can build it in a workspace of its own.
    pub fn generate(&self) -> anyhow::Result<PathBuf> {
        self.clear()?;
        cargo::read(&mut self.command())?;
        self.complete()?;
        Ok(self.folder())
    }

    /// Completes the output of the last call to a crate that cargo can build.
    pub fn complete(&self) -> anyhow::Result<()> {
        output::complete(self.peer, &self.folder())
    }
}
