//! Changes of features and of the minimum Rust version.

use std::collections::BTreeSet;

use portone_v1_generator::diff::Level;

use crate::cargo_metadata::Package;

/// Each change of the manifest that programs notice, with its level.
pub fn changes(old: &Package, new: &Package) -> Vec<(Level, String)> {
    let (before, after) = (public(old), public(new));
    let mut changes = Vec::new();
    let mut note = |level, text: String| changes.push((level, text));
    for name in before.difference(&after) {
        note(Level::Major, format!("removed: feature `{name}`"));
    }
    for name in after.difference(&before) {
        note(Level::Minor, format!("added: feature `{name}`"));
    }
    let default =
        |package: &Package| package.all_features().get("default").cloned().unwrap_or_default();
    let (before, after) = (default(old), default(new));
    for name in before.iter().filter(|name| !after.contains(name)) {
        note(Level::Major, format!("removed from the default features: `{name}`"));
    }
    for name in after.iter().filter(|name| !before.contains(name)) {
        note(Level::Minor, format!("added to the default features: `{name}`"));
    }
    if let (before, Some(after)) = (&old.rust_version, &new.rust_version)
        && before.as_ref() != Some(after)
    {
        let before = before.as_deref().unwrap_or("any Rust");
        note(Level::Minor, format!("changed: minimum Rust version {before} → {after}"));
    }
    changes
}

fn public(package: &Package) -> BTreeSet<&str> {
    package.features().collect()
}
