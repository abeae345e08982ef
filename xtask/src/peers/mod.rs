//! Generators by others, to compare with: obtained from their registries, and called on our
//! OpenAPI document. Everything lies in `target/peers/`:
//!
//! ```text
//! newer.json  older.json   what they are fed: OpenAPI 3.1, and 3.0
//! tools/                   their programs
//! NAME/                    the crate that each has generated
//! ```

mod catalogue;
mod feed;
mod output;
mod tools;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, anyhow};

use crate::place::Place;
use crate::workspace::Workspace;
use crate::{cargo, schema};
pub use catalogue::{ALL, Peer};
use feed::{FEEDS, Feed};
pub use output::clear;

/// Where the peers live.
pub struct Ground {
    /// `target/peers`
    pub folder: PathBuf,
}

/// A peer that can be called.
pub struct Tool<'g> {
    /// Which one.
    pub peer: &'static Peer,
    ground: &'g Ground,
    program: PathBuf,
}

impl Ground {
    /// Writes what the peers are fed.
    pub fn prepare(place: &Place) -> anyhow::Result<Self> {
        let folder = Workspace::read(&place.project())?.target_directory.join("peers");
        let ground = Self { folder };
        fs::create_dir_all(&ground.folder).with_context(|| ground.unwritable())?;
        let api = schema::read(place)?.ok_or_else(|| anyhow!("the schema has mistakes"))?;
        for feed in FEEDS {
            fs::write(ground.document(feed), format!("{:#}\n", feed.document(&api)))
                .with_context(|| ground.unwritable())?;
        }
        Ok(ground)
    }

    fn unwritable(&self) -> String {
        format!("{} cannot be written", self.folder.display())
    }

    fn document(&self, feed: Feed) -> PathBuf {
        self.folder.join(match feed {
            Feed::Newer => "newer.json",
            Feed::OlderWithOneSuccess => "older.json",
        })
    }

    /// Installs a peer, unless it is there.
    pub fn obtain(&self, peer: &'static Peer) -> anyhow::Result<Tool<'_>> {
        let program = tools::install(peer, &self.folder.join("tools"))
            .with_context(|| format!("{} could not be installed", peer.name))?;
        Ok(Tool { peer, ground: self, program })
    }
}

impl Tool<'_> {
    /// The folder of the crate that it generates.
    pub fn folder(&self) -> PathBuf {
        self.ground.folder.join(self.peer.name)
    }

    /// The call that generates the crate.
    pub fn command(&self) -> Command {
        let document = self.ground.document(self.peer.feed);
        let mut command = Command::new(&self.program);
        command.env("RUST_BACKTRACE", "0");
        command.args((self.peer.arguments)(&document, &self.folder()));
        command
    }

    /// Removes what the last call has left, so that each begins with nothing.
    pub fn clear(&self) -> anyhow::Result<()> {
        output::clear(&self.folder())
    }

    /// Generates the crate so that cargo can build it, away from this workspace.
    pub fn generate(&self) -> anyhow::Result<PathBuf> {
        self.clear()?;
        cargo::read(&mut self.command())?;
        self.complete()?;
        Ok(self.folder())
    }

    /// Makes what the last call has left a crate that cargo can build.
    pub fn complete(&self) -> anyhow::Result<()> {
        output::complete(self.peer, &self.folder())
    }
}
