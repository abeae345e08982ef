//! What is compiled.

use std::fs;
use std::path::{Path, PathBuf};

use crate::peers;
use crate::workspace::Workspace;

/// The crate that all is about.
const OURS: &str = "portone-v1";

/// A crate, with some of its features.
#[derive(Clone)]
pub struct Subject {
    /// As it stands in the tables.
    pub name: String,
    /// The package to build.
    pub package: String,
    /// Where its manifest is.
    pub manifest: PathBuf,
    /// Where it is built, away from all other builds.
    pub target: PathBuf,
    /// The arguments that choose the features.
    pub features: Vec<String>,
    is_part: bool,
}

impl Subject {
    /// Ours: as a whole and, unless it is to be quick, without sections, with each alone, and with
    /// everything.
    pub fn ours(project: &Path, workspace: &Workspace, quick: bool) -> anyhow::Result<Vec<Self>> {
        let packages = workspace.published()?;
        let package = packages.into_iter().find(|package| package.name == OURS);
        let subject = |name: &str, features: &[&str], is_part| Self {
            name: name.to_owned(),
            package: OURS.to_owned(),
            manifest: project.join("Cargo.toml"),
            target: workspace.target_directory.join("bench").join(OURS),
            features: features.iter().map(|&feature| feature.to_owned()).collect(),
            is_part,
        };
        let mut all = vec![subject(OURS, &[], false)];
        if !quick {
            all.push(subject("no section", &["--no-default-features"], true));
            let features = package.into_iter().flat_map(|package| package.features());
            all.extend(features.map(|name| {
                subject(&format!("`{name}`"), &["--no-default-features", "--features", name], true)
            }));
            all.push(subject("every feature", &["--all-features"], true));
        }
        Ok(all)
    }

    /// The crates of the peers that are there, and the names of the others.
    pub fn theirs(target: &Path) -> (Vec<Self>, Vec<&'static str>) {
        let (there, missing) = peers::ALL.iter().partition::<Vec<_>, _>(|peer| {
            target.join("peers").join(peer.name).join("Cargo.toml").is_file()
        });
        let subject = |peer: &peers::Peer| Self {
            name: format!("{} {}", peer.name, peer.version),
            package: format!("peer-{}", peer.name),
            manifest: target.join("peers").join(peer.name).join("Cargo.toml"),
            target: target.join("bench").join(peer.name),
            features: Vec::new(),
            is_part: false,
        };
        (there.into_iter().map(subject).collect(), missing.iter().map(|peer| peer.name).collect())
    }

    /// Those with all sections.
    pub fn whole(all: &[Self]) -> Vec<Self> {
        all.iter().filter(|subject| !subject.is_part).cloned().collect()
    }

    /// Those with fewer sections, or with more than them.
    pub fn parts(all: &[Self]) -> Vec<Self> {
        all.iter().filter(|subject| subject.is_part).cloned().collect()
    }

    /// The size of the library of the release build.
    pub fn size(&self) -> u64 {
        let file = format!("lib{}.rlib", self.package.replace('-', "_"));
        fs::metadata(self.target.join("release").join(file)).map_or(0, |file| file.len())
    }
}
