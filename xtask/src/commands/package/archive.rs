//! The `.crate` files: unpacking and inspection.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};
use portone_v1_generator::output::TemporaryFolder;

use crate::cargo;
use crate::cargo_metadata::{Package, Workspace};

/// The files that every package must contain.
const REQUIRED: [&str; 5] =
    ["Cargo.toml", "README.md", "LICENSE-APACHE", "LICENSE-MIT", "src/lib.rs"];

/// Unpacks each package with tar in a temporary folder, which belongs to no workspace.
pub fn unpack(
    workspace: &Workspace,
    packages: &[&Package],
    parent: &Path,
) -> anyhow::Result<TemporaryFolder> {
    let folder = TemporaryFolder::create_in(parent)?;
    for package in packages {
        let archive = workspace.target_directory.join("package");
        let archive = archive.join(format!("{}.crate", package.stem()));
        cargo::read(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(folder.path()))?;
    }
    Ok(folder)
}

/// Fails if a required file or a key that crates.io requires is missing.
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
