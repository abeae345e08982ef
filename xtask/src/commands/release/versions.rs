//! The version in manifests and lock files; every other byte is kept.

use std::collections::BTreeSet;

use anyhow::{Context, anyhow};
use semver::Version;
use toml_edit::{DocumentMut, Item, Table, value};

/// The version in the workspace's manifest.
pub fn current(manifest: &str) -> anyhow::Result<Version> {
    let document = document("Cargo.toml", manifest)?;
    let version = package(&document, "version")?;
    Version::parse(version).with_context(|| format!("Cargo.toml: `{version}` is not a version"))
}

/// The URL of the repository in the workspace's manifest.
pub fn repository(manifest: &str) -> anyhow::Result<String> {
    package(&document("Cargo.toml", manifest)?, "repository").map(str::to_owned)
}

/// The workspace's manifest with another version, also where its members name each other.
pub fn manifest(text: &str, version: &Version) -> anyhow::Result<String> {
    let mut document = document("Cargo.toml", text)?;
    let version = version.to_string();
    document["workspace"]["package"]["version"] = value(&version);
    let Some(dependencies) = document["workspace"]["dependencies"].as_table_like_mut() else {
        return Ok(document.to_string());
    };
    for (_, dependency) in dependencies.iter_mut() {
        let Some(dependency) = dependency.as_table_like_mut() else { continue };
        if dependency.contains_key("path") {
            let old = dependency.get("version").and_then(Item::as_str).unwrap_or_default();
            let exactly = if old.starts_with('=') { "=" } else { "" };
            replace(dependency.get_mut("version"), &format!("{exactly}{version}"));
        }
    }
    Ok(document.to_string())
}

/// The members of the workspace that have its version, by its lock file: packages without a source.
pub fn members(lock: &str, version: &Version) -> anyhow::Result<BTreeSet<String>> {
    let document = document("Cargo.lock", lock)?;
    let packages = document.get("package").and_then(Item::as_array_of_tables);
    let packages = packages.into_iter().flatten();
    Ok(packages.filter_map(|package| member(package, version)).map(str::to_owned).collect())
}

/// A lock file in which these members have another version.
pub fn lock(
    name: &str,
    text: &str,
    members: &BTreeSet<String>,
    [old, new]: [&Version; 2],
) -> anyhow::Result<String> {
    let mut document = document(name, text)?;
    let packages = document["package"].as_array_of_tables_mut();
    for package in packages.into_iter().flat_map(|packages| packages.iter_mut()) {
        if member(package, old).is_some_and(|name| members.contains(name)) {
            replace(package.get_mut("version"), &new.to_string());
        }
    }
    Ok(document.to_string())
}

/// The name of a package of this project with a version.
fn member<'p>(package: &'p Table, version: &Version) -> Option<&'p str> {
    let text = |key: &str| package.get(key).and_then(Item::as_str);
    let is_it = text("version") == Some(&version.to_string()) && !package.contains_key("source");
    text("name").filter(|_| is_it)
}

/// The README, which names the compatible version of the crate.
pub fn readme(text: &str, old: &Version, new: &Version) -> String {
    let named = |version: &Version| {
        format!("portone-v1 = {{ version = \"{}.{}\"", version.major, version.minor)
    };
    text.replace(&named(old), &named(new))
}

fn document(name: &str, text: &str) -> anyhow::Result<DocumentMut> {
    text.parse().map_err(|error| anyhow!("{name} cannot be read: {error}"))
}

fn package<'d>(document: &'d DocumentMut, key: &str) -> anyhow::Result<&'d str> {
    let package = document.get("workspace").and_then(|workspace| workspace.get("package"));
    let item = package.and_then(|package| package.get(key)).and_then(Item::as_str);
    item.with_context(|| format!("Cargo.toml has no `workspace.package.{key}`"))
}

/// The version in a path; the text around it is kept.
fn replace(item: Option<&mut Item>, version: &str) {
    if let Some(Item::Value(old)) = item {
        let around = old.decor().clone();
        *old = version.into();
        *old.decor_mut() = around;
    }
}
