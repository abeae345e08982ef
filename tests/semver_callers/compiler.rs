//! The verdict of the compiler on each caller.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{iter, thread};

use portone_v1_tests::rustc::Crate;
use serde_json::Value;

use crate::rustc;
use crate::semver_callers::callers::{Caller, Side};
use crate::semver_callers::workspace::{self, CallerGroup};

/// The verdict on one program.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It compiles, perhaps with warnings.
    Compiled,
    /// It does not, and why.
    Rejected(String),
}

/// By the names of fixtures, for each side.
pub struct Verdicts(BTreeMap<(Side, String), Verdict>);

impl Verdicts {
    /// The verdict on a program on one side.
    ///
    /// # Panics
    /// Panics when the compiler has not come to it.
    pub fn of(&self, caller: &Caller, side: Side) -> Verdict {
        if !caller.resolves(side) {
            return Verdict::Rejected("there is no such feature".to_owned());
        }
        let found = self.0.get(&(side, caller.name.clone()));
        found.unwrap_or_else(|| panic!("nothing is known of {}", caller.name)).clone()
    }
}

/// Compiles every caller on both sides.
pub fn check(callers: &[Caller]) -> Verdicts {
    let callers = workspace::by_features(callers);
    let groups = workspace::groups(&callers);
    thread::scope(|scope| {
        let groups: Vec<_> =
            groups.iter().map(|group| scope.spawn(|| check_group(group))).collect();
        let found = groups.into_iter().flat_map(|group| group.join().expect("a verdict"));
        Verdicts(found.collect())
    })
}

type Found = BTreeMap<(Side, String), Verdict>;

fn check_group(group: &CallerGroup<'_>) -> Found {
    let library = library(group);
    let side = |side| Programs { group, library: &library, side }.verdicts();
    side(Side::Before).into_iter().chain(side(Side::After)).collect()
}

/// All generated crates of a group, checked.
fn library(group: &CallerGroup<'_>) -> PathBuf {
    let root = group.write_library();
    let library = Crate { name: "generated", root: &root, features: &group.features, uses: None };
    let mut command = rustc().check(&library, &group.folder);
    let errors = errors(command.arg("--cap-lints=allow"));
    assert!(errors.is_empty(), "a generated crate does not compile: {errors:#?}");
    group.folder.join("libgenerated.rmeta")
}

/// The programs of a group on one side.
struct Programs<'p> {
    group: &'p CallerGroup<'p>,
    library: &'p Path,
    side: Side,
}

impl Programs<'_> {
    /// The compiler does not come to the types of a crate whose names are wrong: the programs that it rejects
    /// are taken out until it accepts the rest.
    fn verdicts(&self) -> Found {
        let callers = self.group.callers.iter().copied();
        let mut left: Vec<_> = callers.filter(|caller| caller.resolves(self.side)).collect();
        let mut found = Found::new();
        loop {
            let rejected = self.rejected(&left);
            if rejected.is_empty() {
                break;
            }
            left.retain(|caller| !rejected.contains_key(&caller.name));
            let verdict = |(name, why)| ((self.side, name), Verdict::Rejected(why));
            found.extend(rejected.into_iter().map(verdict));
        }
        found.extend(
            left.iter().map(|caller| ((self.side, caller.name.clone()), Verdict::Compiled)),
        );
        found
    }

    /// The errors of each program that has some.
    fn rejected(&self, callers: &[&Caller]) -> BTreeMap<String, String> {
        let root = workspace::write_programs(&self.group.folder, callers, self.side);
        let name = self.side.word();
        let programs = Crate { name, root: &root, features: &[], uses: Some(self.library) };
        let mut rejected: BTreeMap<String, String> = BTreeMap::new();
        for error in errors(rustc().check(&programs, &self.group.folder).arg("-Awarnings")) {
            let why = error["rendered"].as_str().unwrap_or_default();
            let caller = callers.iter().find(|caller| is_in(&error, &caller.path));
            let caller = caller.unwrap_or_else(|| panic!("in no caller: {why}"));
            rejected.entry(caller.name.clone()).or_default().push_str(why);
        }
        rejected
    }
}

/// The errors of a compilation.
fn errors(rustc: &mut Command) -> Vec<Value> {
    let output = rustc.output().expect("rustc runs");
    let messages = String::from_utf8_lossy(&output.stderr);
    let messages = messages.lines().map(|line| serde_json::from_str(line).unwrap_or(Value::Null));
    let is_error = |message: &Value| message["level"] == "error" && has_place(message);
    let errors: Vec<_> = messages.filter(is_error).collect();
    let is_told = output.status.success() == errors.is_empty();
    assert!(is_told, "{}", String::from_utf8_lossy(&output.stderr));
    errors
}

/// Returns `false` for the summary at the end.
fn has_place(message: &Value) -> bool {
    message["spans"].as_array().is_some_and(|spans| !spans.is_empty())
}

/// Returns `true` if an error points into a file, also from a macro that is called there.
fn is_in(error: &Value, path: &Path) -> bool {
    let spans = error["spans"].as_array().into_iter().flatten();
    let outwards =
        |span| iter::successors(Some(span), |span: &&Value| span.pointer("/expansion/span"));
    let mut names = spans.flat_map(outwards).filter_map(|span| span["file_name"].as_str());
    names.any(|name| Path::new(name) == path)
}
