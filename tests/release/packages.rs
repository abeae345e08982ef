//! The packages of this project: what they hold, and that they need nothing around them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use portone_v1_tests::xtask::project;

use crate::run::{Run, xtask};

/// All crates of the workspace have one.
const VERSION: &str = env!("CARGO_PKG_VERSION");

#[test]
fn the_packages_stand_alone() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it lies in target");
    let mut package = xtask();
    package.args(["package", "--quick", "--allow-dirty"]);
    package.env("CARGO_TARGET_DIR", target).env("CARGO_NET_OFFLINE", "true");
    let run = Run::of(&mut package).expect(0);
    assert!(
        run.err.contains(&format!("portone-v1-{VERSION}: check --no-default-features")),
        "{}",
        run.err
    );
    assert!(run.err.contains(&format!("portone-v1-{VERSION}: the examples")), "{}", run.err);
    for (name, folder) in [("portone-v1-runtime", "runtime"), ("portone-v1", "generated")] {
        let archive = target.join(format!("package/{name}-{VERSION}.crate"));
        assert_eq!(beside_the_source(&archive), BESIDE_THE_SOURCE, "{name}");
        assert_eq!(source(&archive), written(folder), "{name}");
        assert_metadata(&archive, name);
    }
}

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
    // Outside a git repository cargo has nothing to say about one.
    let mut files: BTreeSet<_> =
        files(archive).into_iter().filter(|file| !file.starts_with("src/")).collect();
    files.insert(".cargo_vcs_info.json".to_owned());
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
fn written(folder: &str) -> BTreeSet<String> {
    let root = project().join(folder);
    let (mut files, mut folders) = (BTreeSet::new(), vec![root.join("src")]);
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().expect("the folder is there") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(&root).expect("it lies there");
                files.insert(below.to_string_lossy().into_owned());
            }
        }
    }
    files
}

/// What crates.io shows, and what traces a version to its schema.
fn assert_metadata(archive: &Path, name: &str) {
    let manifest = tar("-xOzf", archive, &[&format!("{name}-{VERSION}/Cargo.toml")]);
    let mut keys = vec![
        "rust-version = \"1.85\"",
        "keywords = [",
        "categories = [",
        "[package.metadata.docs.rs]",
    ];
    if name == "portone-v1" {
        keys.extend(["[package.metadata.portone]", "schema-sha256 = ", "upstream-lock-sha256 = "]);
    }
    for key in keys {
        assert!(manifest.contains(key), "`{key}` in\n{manifest}");
    }
    assert!(!manifest.contains("path = \".."), "{manifest}");
}

fn tar(what: &str, archive: &Path, members: &[&str]) -> String {
    Run::of(Command::new("tar").arg(what).arg(archive).args(members)).expect(0).out
}
