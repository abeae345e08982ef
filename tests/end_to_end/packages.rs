//! The packages of the release: their files, and their independence of the workspace.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use portone_v1_tests::run::Run;

use crate::end_to_end::maintainer::{Maintainer, target};

/// Packs them, and looks into them.
pub fn stand_alone(maintainer: &Maintainer, version: &str) {
    let run = maintainer.xtask(&["package", "--quick"]).expect(0);
    for (name, _) in PACKAGES {
        let step = format!("{name}-{version}: check --no-default-features");
        assert!(run.err.contains(&step), "{}", run.err);
    }
    for (name, folder) in PACKAGES {
        let archive = target().join(format!("package/{name}-{version}.crate"));
        let mut beside = beside_the_source(&archive);
        let own: &[&str] = match name {
            "portone-v1" => &["README.ko.md", "examples/quickstart.rs"],
            "portone-v1-fake" => &["contract.json"],
            _ => &[],
        };
        for file in own {
            assert!(beside.iter().any(|there| there == file), "{name} lacks {file}");
        }
        beside.retain(|file| !own.contains(&file.as_str()));
        assert_eq!(beside, BESIDE_THE_SOURCE, "{name}");
        assert_eq!(source(&archive), written(&maintainer.path(folder)), "{name}");
        let size = archive.metadata().expect("the package is there").len();
        assert!(size < MAX_BYTES, "{name} has {size} bytes");
        assert_metadata(&archive, name, version);
    }
}

const PACKAGES: [(&str, &str); 3] =
    [("portone-v1-runtime", "runtime"), ("portone-v1", "generated"), ("portone-v1-fake", "fake")];

/// The limit of a compressed package, whose largest part is documentation. Each build downloads it.
const MAX_BYTES: u64 = 256_000;

const BESIDE_THE_SOURCE: [&str; 7] = [
    ".cargo_vcs_info.json",
    "Cargo.lock",
    "Cargo.toml",
    "Cargo.toml.orig",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
];

fn beside_the_source(archive: &Path) -> Vec<String> {
    let mut files = files(archive);
    files.retain(|file| !file.starts_with("src/"));
    files.into_iter().collect()
}

fn source(archive: &Path) -> BTreeSet<String> {
    files(archive).into_iter().filter(|file| file.starts_with("src/")).collect()
}

/// The paths in an archive, without its own folder.
fn files(archive: &Path) -> BTreeSet<String> {
    let list = tar("-tzf", archive, &[]);
    let below = |line: &str| line.split_once('/').map(|(_, below)| below.to_owned());
    list.lines().filter_map(below).collect()
}

/// The paths of a crate's source.
fn written(root: &Path) -> BTreeSet<String> {
    let (mut files, mut folders) = (BTreeSet::new(), vec![root.join("src")]);
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().expect("the folder is there") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(root).expect("it lies there");
                files.insert(below.to_string_lossy().into_owned());
            }
        }
    }
    files
}

/// The metadata that crates.io shows, and the hashes of the description that the schema was compared with.
fn assert_metadata(archive: &Path, name: &str, version: &str) {
    let manifest = tar("-xOzf", archive, &[&format!("{name}-{version}/Cargo.toml")]);
    let mut keys = vec![
        "rust-version = \"1.85\"",
        "keywords = [",
        "categories = [",
        "[package.metadata.docs.rs]",
    ];
    if name == "portone-v1" {
        keys.extend(["[package.metadata.portone]", "upstream-lock-sha256 = "]);
    }
    for key in keys {
        assert!(manifest.contains(key), "`{key}` in\n{manifest}");
    }
    assert!(!manifest.contains("path = \".."), "{manifest}");
}

fn tar(what: &str, archive: &Path, members: &[&str]) -> String {
    Run::of(Command::new("tar").arg(what).arg(archive).args(members)).expect(0).out
}
