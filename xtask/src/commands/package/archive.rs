//! The `.crate` files: unpacked, and looked into.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};
use tempfile::TempDir;

use crate::cargo;
use crate::workspace::{Package, Workspace};

/// What every package must hold.
const REQUIRED: [&str; 5] =
    ["Cargo.toml", "README.md", "LICENSE-APACHE", "LICENSE-MIT", "src/lib.rs"];

/// Unpacks each into a folder of its own, in a place that no workspace is above of. By tar, which
/// is there wherever this runs.
pub fn unpack(workspace: &Workspace, packages: &[&Package]) -> anyhow::Result<TempDir> {
    let folder = tempfile::Builder::new().prefix("portone-v1-packages-").tempdir()?;
    for package in packages {
        let archive = workspace.target_directory.join("package");
        let archive = archive.join(format!("{}.crate", package.stem()));
        cargo::read(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(folder.path()))?;
    }
    Ok(folder)
}

/// Fails when a file is missing, or when the manifest would not be accepted by crates.io.
pub fn inspect(package: &Path) -> anyhow::Result<()> {
    let name = package.file_name().unwrap_or_default().to_string_lossy();
    for required in REQUIRED {
        if !package.join(required).is_file() {
            bail!("{name} lacks {required}\n  help: see `include` in its Cargo.toml");
        }
    }
    let manifest = fs::read_to_string(package.join("Cargo.toml"))
        .with_context(|| format!("{name}/Cargo.toml cannot be read"))?;
    for key in ["description", "license", "repository", "readme", "rust-version"] {
        if !manifest.contains(&format!("\n{key} = ")) {
            bail!("the manifest of {name} lacks `{key}`");
        }
    }
    Ok(())
}
