//! What a Cargo.toml says.

use semver::Version;
use serde::Deserialize;

#[derive(Deserialize)]
struct Manifest {
    workspace: Option<Workspace>,
}

#[derive(Deserialize)]
struct Workspace {
    package: Option<Package>,
}

#[derive(Deserialize)]
struct Package {
    version: Option<Version>,
}

/// The version that the members of a workspace share.
pub fn version(text: &str) -> Option<Version> {
    let manifest: Manifest = toml::from_str(text).ok()?;
    manifest.workspace?.package?.version
}
