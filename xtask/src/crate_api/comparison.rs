//! The comparison of all published crates.

use std::cmp::Reverse;

use portone_v1_generator::diff::Level;
use public_api::diff::PublicApiDiff;

use super::change::{ApiChange, ApiReport};
use super::checkout::Checkout;
use super::listing::Listing;
use super::rustdoc::{Descriptions, Features};
use super::{judge, manifests};
use crate::cargo_metadata::{PUBLISHED, Workspace};
use crate::git::Repository;
use crate::progress::Progress;
use crate::project_paths::ProjectPaths;

/// Compares the published crates of two revisions, with all their features and with the default ones. Takes some
/// minutes: each crate that differs is compiled on both sides.
pub fn compare(
    before: &Checkout,
    after: &Checkout,
    repository: &Repository,
    paths: &ProjectPaths,
    progress: &Progress,
) -> anyhow::Result<ApiReport> {
    let workspaces = (Workspace::read(&before.folder)?, Workspace::read(&after.folder)?);
    let mut changes = Vec::new();
    let mut differing = Vec::new();
    for (name, _) in PUBLISHED {
        let named = |(level, text)| ApiChange { package: name.to_owned(), level, text };
        match (workspaces.0.find(name), workspaces.1.find(name)) {
            (Some(old), Some(new)) => {
                if before.differs(after, name, repository)? {
                    changes.extend(manifests::changes(old, new).into_iter().map(named));
                    differing.push(name);
                }
            }
            (Some(_), None) => changes.push(named((Level::Major, "removed: the crate".to_owned()))),
            (None, Some(_)) => changes.push(named((Level::Minor, "added: the crate".to_owned()))),
            (None, None) => {}
        }
    }
    changes.extend(compare_listings(&differing, [before, after], paths, progress)?);
    changes.sort_by_key(|change| Reverse(change.level));
    Ok(ApiReport { before: before.name.clone(), after: after.name.clone(), changes })
}

fn compare_listings(
    packages: &[&str],
    checkouts: [&Checkout; 2],
    paths: &ProjectPaths,
    progress: &Progress,
) -> anyhow::Result<Vec<ApiChange>> {
    if packages.is_empty() {
        progress.note("no crate has changed");
        return Ok(Vec::new());
    }
    let describe = |checkout: &Checkout, side| {
        progress.note(&format!("{}: {}", checkout.name, packages.join(", ")));
        Descriptions::write(checkout, packages, side, &paths.api_target())
    };
    let sides = [describe(checkouts[0], "before")?, describe(checkouts[1], "after")?];
    let mut changes = Vec::new();
    for package in packages {
        let found = compare_crate(package, &sides)?.into_iter();
        let named = |(level, text)| ApiChange { package: (*package).to_owned(), level, text };
        changes.extend(found.map(named));
    }
    Ok(changes)
}

/// An item that moved behind a feature is missing with the default features alone.
fn compare_crate(package: &str, sides: &[Descriptions; 2]) -> anyhow::Result<Vec<(Level, String)>> {
    let with = |features: Features| {
        let read = |side: &Descriptions| Listing::read(&side.path(package, features));
        let ((old, before), (new, after)) = (read(&sides[0])?, read(&sides[1])?);
        anyhow::Ok(judge::changes(&PublicApiDiff::between(old, new), &before, &after))
    };
    let mut changes = with(Features::All)?;
    let by_default = with(Features::Default)?;
    let only_by_default: Vec<_> =
        by_default.into_iter().filter(|change| !changes.contains(change)).collect();
    let named = |(level, text)| (level, format!("{text} (with default features)"));
    changes.extend(only_by_default.into_iter().map(named));
    Ok(changes)
}
