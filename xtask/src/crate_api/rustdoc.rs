//! Rustdoc's description of a crate.

use std::path::{Path, PathBuf};

use super::checkout::Checkout;
use crate::cargo;

/// The path of the description of a crate with all its features, as JSON. The next call overwrites it.
pub fn describe(checkout: &Checkout, package: &str, target: &Path) -> anyhow::Result<PathBuf> {
    let mut command =
        cargo::cargo(&checkout.folder, &["rustdoc", "--quiet", "--lib", "--all-features"]);
    command.args(["--package", package]);
    if checkout.commit.is_none() {
        // A lock file of the working tree must not change.
        command.arg("--locked");
    }
    command.arg("--target-dir").arg(target);
    command.args(["--", "-Zunstable-options", "--output-format", "json", "--cap-lints", "allow"]);
    // The format is not stable yet, and every toolchain has it.
    command.env("RUSTC_BOOTSTRAP", "1").env_remove("RUSTDOCFLAGS").env_remove("CARGO_BUILD_TARGET");
    cargo::read(&mut command)?;
    Ok(target.join("doc").join(format!("{}.json", package.replace('-', "_"))))
}
