//! The root `Cargo.toml` of a revision.

use semver::Version;
use toml_edit::DocumentMut;

/// The version that the members of a workspace share.
pub fn version(text: &str) -> Option<Version> {
    let document: DocumentMut = text.parse().ok()?;
    let version = document.get("workspace")?.get("package")?.get("version")?;
    version.as_str()?.parse().ok()
}
