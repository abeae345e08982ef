//! The output of a peer, completed to a crate that cargo builds.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, anyhow};
use toml_edit::{DocumentMut, Table, value};

use super::list::Peer;

/// Removes a folder if it exists.
pub fn clear(folder: &Path) -> anyhow::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be removed", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Names the crate `peer-NAME` and makes it a workspace of its own; writes the manifest if the peer
/// has written none.
pub fn complete(peer: &Peer, folder: &Path) -> anyhow::Result<()> {
    let path = folder.join("Cargo.toml");
    let text = match fs::read_to_string(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => modules(folder)?,
        text => text.with_context(|| format!("{} cannot be read", path.display()))?,
    };
    let mut manifest: DocumentMut =
        text.parse().with_context(|| format!("{} is not a valid manifest", path.display()))?;
    let package = manifest["package"].as_table_mut();
    let package = package.ok_or_else(|| anyhow!("{} has no package", path.display()))?;
    package["name"] = value(format!("peer-{}", peer.name));
    // One peer writes the version of the API, a date, which cargo rejects.
    package["version"] = value("0.0.0");
    manifest["workspace"] = Table::new().into();
    fs::write(&path, manifest.to_string())
        .with_context(|| format!("{} cannot be written", path.display()))
}

/// A manifest for `src/mod.rs`, with the dependencies listed beside it.
fn modules(folder: &Path) -> anyhow::Result<String> {
    let path = folder.join("src/REQUIRED_DEPS.toml");
    let dependencies = fs::read_to_string(&path)
        .with_context(|| format!("the peer wrote neither a manifest nor {}", path.display()))?;
    let package = "[package]\nname = \"\"\nversion = \"0.0.0\"\nedition = \"2024\"";
    Ok(format!("{package}\n\n[lib]\npath = \"src/mod.rs\"\n\n{dependencies}"))
}
