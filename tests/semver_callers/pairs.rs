//! Writes the old and new crates of every fixture of `diff` into a workspace, and `pairs.txt`: a line
//! with the fixture, the verdict on Rust, and the packages of both crates.

use std::collections::BTreeSet;
use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use portone_v1_generator::diff::Level;
use portone_v1_tests::diff_fixture::DiffFixture;
use portone_v1_tests::package::{Package, workspace};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).map(PathBuf::from).ok_or("which folder?")?;
    let (mut pairs, mut members) = (String::new(), BTreeSet::new());
    for fixture in DiffFixture::all() {
        let sides = [Package::of(&fixture.before), Package::of(&fixture.after)];
        for package in &sides {
            package.write(&folder.join("generated"));
            members.insert(package.name.clone());
        }
        let [before, after] = sides.map(|package| package.name);
        writeln!(pairs, "{} {} {before} {after}", fixture.name, level(&fixture).word())?;
    }
    let members = Vec::from_iter(members.iter().map(|name| format!("generated/{name}")));
    workspace(&folder, &format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"));
    fs::write(Path::new(&folder).join("pairs.txt"), pairs)?;
    Ok(())
}

/// The version level that all changes of a fixture ask for in Rust; documentation alone is a patch.
fn level(fixture: &DiffFixture) -> Level {
    let levels = fixture.changes().into_iter().map(|found| found.rule.rust);
    levels.max().unwrap_or(Level::None).max(Level::Patch)
}
