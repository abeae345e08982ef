//! The comparison of all published crates.

use std::cmp::Reverse;
use std::path::Path;

use anyhow::Context;
use portone_v1_generator::diff::Level;
use public_api::diff::PublicApiDiff;

use super::change::{ApiChange, ApiReport};
use super::checkout::{Checkout, target};
use super::listing::Listing;
use super::{judge, manifests, rustdoc};
use crate::cargo_metadata::{PUBLISHED, Package, Workspace};
use crate::git::Repository;
use crate::progress::Progress;
use crate::project_paths::ProjectPaths;

/// Compares the published crates of two revisions, with all their features. Takes a minute or two: each crate
/// that differs is compiled on both sides.
pub fn compare(
    before: &Checkout,
    after: &Checkout,
    repository: &Repository,
    paths: &ProjectPaths,
    progress: &Progress,
) -> anyhow::Result<ApiReport> {
    let (old, new) = (Workspace::read(&before.folder)?, Workspace::read(&after.folder)?);
    let mut changes = Vec::new();
    for (name, _) in PUBLISHED {
        let found = match (old.find(name), new.find(name)) {
            (Some(old), Some(new)) => {
                let differs = before.differs(after, name, repository)?;
                let sides = format!("{} → {}", before.name, after.name);
                progress.note(&format!("{name}: {}", if differs { &sides } else { "unchanged" }));
                match differs {
                    true => compare_crate([old, new], [before, after], &target(paths))?,
                    false => Vec::new(),
                }
            }
            (Some(_), None) => vec![(Level::Major, "removed: the crate".to_owned())],
            (None, Some(_)) => vec![(Level::Minor, "added: the crate".to_owned())],
            (None, None) => Vec::new(),
        };
        let named = |(level, text)| ApiChange { package: name.to_owned(), level, text };
        changes.extend(found.into_iter().map(named));
    }
    changes.sort_by_key(|change| Reverse(change.level));
    Ok(ApiReport { before: before.name.clone(), after: after.name.clone(), changes })
}

fn compare_crate(
    packages: [&Package; 2],
    checkouts: [&Checkout; 2],
    target: &Path,
) -> anyhow::Result<Vec<(Level, String)>> {
    let name = &packages[0].name;
    let [old, new] = checkouts.map(|checkout| {
        let path = rustdoc::describe(checkout, name, target)
            .with_context(|| format!("{name} at {} cannot be compiled", checkout.name))?;
        Listing::read(&path)
    });
    let ((old, before), (new, after)) = (old?, new?);
    let mut changes = manifests::changes(packages[0], packages[1]);
    changes.extend(judge::changes(&PublicApiDiff::between(old, new), &before, &after));
    Ok(changes)
}
