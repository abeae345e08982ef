//! One workspace of all crates and callers, which cargo compiles in one run.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use portone_v1_tests::package::{workspace, write as write_file};

use crate::semver_callers::callers::{Caller, Side};

/// The crates are members too, as paths below the workspace. Only callers are asked for, or cargo
/// would switch all features of all crates on.
const HEAD: &str = "[workspace]
resolver = \"3\"
members = [\"callers/*\"]
default-members = [\"callers/*\"]
";

/// Writes it, and gives its folder. It is kept from run to run, so that only what has changed is
/// compiled.
pub fn write(callers: &[Caller]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("semver-callers");
    workspace(&folder, HEAD);
    members(&folder, callers);
    folder
}

fn members(folder: &Path, callers: &[Caller]) {
    let (mut packages, mut programs) = (BTreeSet::new(), BTreeSet::new());
    for caller in callers {
        for side in [Side::Before, Side::After] {
            let package = caller.package(side);
            if packages.insert(package.name.clone()) {
                package.write(&folder.join("generated"));
            }
            if caller.resolves(side) {
                let name = caller.package_name(side);
                let path = folder.join("callers").join(&name).join("Cargo.toml");
                write_file(&path, &manifest(caller, side));
                programs.insert(name);
            }
        }
    }
    keep_only(&folder.join("generated"), &packages);
    keep_only(&folder.join("callers"), &programs);
}

fn manifest(caller: &Caller, side: Side) -> String {
    let (name, package) = (caller.package_name(side), &caller.package(side).name);
    let only = |features| format!("default-features = false\nfeatures = {features:?}\n");
    let (path, features) = (&caller.path, caller.features().map(only).unwrap_or_default());
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [lib]\npath = {path:?}\n\n\
         [dependencies.portone-v1]\npackage = \"{package}\"\n\
         path = \"../../generated/{package}\"\n{features}"
    )
}

/// Removes what an earlier run has left.
fn keep_only(folder: &Path, names: &BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !names.contains(&name) {
            fs::remove_dir_all(&path).expect("the folder is removed");
        }
    }
}
