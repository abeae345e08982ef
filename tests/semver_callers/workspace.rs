//! The crates that are compiled: a library with the generated crates as modules, and the programs as
//! modules of another, so that the compiler is started a few times instead of hundreds.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use portone_v1_tests::package::{Package, write as write_file};

use crate::semver_callers::callers::{Caller, Side};

/// The callers of a group. The compiler compares all implementations of a trait in a crate with each other.
const MANY: usize = 40;

/// Callers that ask for the same features, or some of them.
pub struct CallerGroup<'c> {
    /// The features that are on.
    pub features: Vec<String>,
    /// The callers.
    pub callers: &'c [&'c Caller],
    /// The folder of the crates.
    pub folder: PathBuf,
}

/// Callers by the features that they ask for.
pub type ByFeatures<'c> = BTreeMap<Option<Vec<&'c str>>, Vec<&'c Caller>>;

/// All callers.
pub fn by_features(callers: &[Caller]) -> ByFeatures<'_> {
    let mut all = ByFeatures::new();
    for caller in callers {
        all.entry(caller.features()).or_default().push(caller);
    }
    all
}

/// The groups of all callers.
pub fn groups<'c>(callers: &'c ByFeatures<'c>) -> Vec<CallerGroup<'c>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("semver-callers");
    let _ = fs::remove_dir_all(&folder);
    let groups = callers.iter().flat_map(|(features, callers)| {
        callers.chunks(MANY).map(|callers| (on(features.as_deref(), callers), callers))
    });
    let group = |(number, (features, callers)): (usize, _)| {
        let folder = folder.join(number.to_string());
        CallerGroup { features, callers, folder }
    };
    groups.enumerate().map(group).collect()
}

/// The features that are asked for. By default, all sections are on.
fn on(features: Option<&[&str]>, callers: &[&Caller]) -> Vec<String> {
    let sections = || callers.iter().flat_map(|caller| &caller.sections);
    let features: BTreeSet<_> = match features {
        Some(names) => names.iter().map(|name| (*name).to_owned()).collect(),
        None => sections().cloned().collect(),
    };
    Vec::from_iter(features)
}

impl CallerGroup<'_> {
    /// Writes the library of all crates, and gives its root.
    pub fn write_library(&self) -> PathBuf {
        let sides = [Side::Before, Side::After];
        let packages =
            self.callers.iter().flat_map(|caller| sides.map(|side| caller.package(side)));
        let packages: BTreeMap<_, &Package> =
            packages.map(|package| (&package.name, package)).collect();
        let mut root = String::new();
        for package in packages.values() {
            package.write_module(&self.folder);
            let (name, module) = (&package.name, package.module());
            let _ = writeln!(root, "#[path = \"{name}/src/lib.rs\"]\npub mod {module};");
        }
        let path = self.folder.join("generated.rs");
        write_file(&path, &root);
        path
    }
}

/// Writes a crate of programs against the crates of a side, and gives its root.
pub fn write_programs(folder: &Path, callers: &[&Caller], side: Side) -> PathBuf {
    let mut root = String::new();
    for caller in callers {
        let (name, path) = (caller.name.replace('-', "_"), &caller.path);
        let module = caller.package(side).module();
        let _ = writeln!(
            root,
            "mod caller_{name} {{\n    use generated::{module} as portone_v1;\n    include!({path:?});\n}}"
        );
    }
    let path = folder.join(format!("{}.rs", side.word()));
    write_file(&path, &root);
    path
}
