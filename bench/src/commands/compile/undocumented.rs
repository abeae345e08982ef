//! A copy of the crate without its documentation, to measure the documentation.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};

use crate::project::Project;
use crate::rust_files;

/// The crates of the copy.
const MEMBERS: [&str; 2] = ["generated", "runtime"];

/// Writes a workspace with the crate, without doc comments, and with the runtime that it needs.
pub fn write(project: &Project, folder: &Path) -> anyhow::Result<()> {
    let manifest = fs::read_to_string(project.root.join("Cargo.toml"))?;
    let members = manifest.lines().find(|line| line.starts_with("members = "));
    let members = members.context("the workspace has no line `members = `")?;
    let ours = format!("members = {MEMBERS:?}");
    fs::create_dir_all(folder)?;
    fs::write(folder.join("Cargo.toml"), manifest.replace(members, &ours))?;
    fs::copy(project.root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    for member in MEMBERS {
        let copied = folder.join(member);
        if copied.exists() {
            fs::remove_dir_all(&copied)?;
        }
        copy(&project.root.join(member), &copied)?;
    }
    let removed = strip(&folder.join("generated/src"))?;
    ensure!(removed > 0, "the generated crate has no documentation");
    Ok(())
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// Removes the doc comments below a folder, and counts their lines.
fn strip(folder: &Path) -> anyhow::Result<usize> {
    let mut removed = 0;
    for path in rust_files::below(folder)? {
        let text = fs::read_to_string(&path)?;
        let (docs, code): (Vec<_>, Vec<_>) = text.lines().partition(|line| is_doc(line));
        removed += docs.len();
        fs::write(&path, code.join("\n") + "\n")?;
    }
    Ok(removed)
}

fn is_doc(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("///") || line.starts_with("//!")
}
