//! The crates that are compiled.

use std::fs;
use std::path::{Path, PathBuf};

use super::undocumented;
use crate::peers;
use crate::project::{CRATE, Project};

/// A crate, with some of its features.
#[derive(Clone)]
pub struct Subject {
    /// The name in the tables.
    pub name: String,
    /// The package to build.
    pub package: String,
    /// Its manifest.
    pub manifest: PathBuf,
    /// Its target folder, which no other build uses.
    pub target: PathBuf,
    /// The arguments that choose the features.
    pub features: Vec<String>,
    is_part: bool,
}

impl Subject {
    /// This project's crate as a whole and, unless `quick`, without sections, with each alone, and with
    /// everything.
    pub fn ours(project: &Project, quick: bool) -> Vec<Self> {
        let subject = |name: &str, features: &[&str], is_part| Self {
            name: name.to_owned(),
            package: CRATE.to_owned(),
            manifest: project.root.join("Cargo.toml"),
            target: project.target.join("bench").join(CRATE),
            features: features.iter().map(|&feature| feature.to_owned()).collect(),
            is_part,
        };
        let mut all = vec![subject(CRATE, &[], false)];
        if !quick {
            all.push(subject("no section", &["--no-default-features"], true));
            all.extend(project.features.iter().map(|name| {
                subject(&format!("`{name}`"), &["--no-default-features", "--features", name], true)
            }));
            all.push(subject("every feature", &["--all-features"], true));
        }
        all
    }

    /// This project's crate without its documentation.
    pub fn undocumented(project: &Project) -> anyhow::Result<Self> {
        let folder = project.target.join("bench/undocumented");
        undocumented::write(project, &folder)?;
        Ok(Self {
            name: format!("{CRATE} without documentation"),
            package: CRATE.to_owned(),
            manifest: folder.join("Cargo.toml"),
            target: folder.join("target"),
            features: Vec::new(),
            is_part: false,
        })
    }

    /// The crates that peers have generated, and the names of the other peers.
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

    /// The subjects with all sections.
    pub fn whole(all: &[Self]) -> Vec<Self> {
        all.iter().filter(|subject| !subject.is_part).cloned().collect()
    }

    /// The subjects with other features.
    pub fn parts(all: &[Self]) -> Vec<Self> {
        all.iter().filter(|subject| subject.is_part).cloned().collect()
    }

    /// The size of the library of the release build.
    pub fn size(&self) -> u64 {
        let file = format!("lib{}.rlib", self.package.replace('-', "_"));
        fs::metadata(self.target.join("release").join(file)).map_or(0, |file| file.len())
    }
}
