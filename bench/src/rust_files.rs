//! The files of Rust in a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The files below a folder, at any depth.
///
/// # Errors
/// Fails when a folder cannot be read.
pub fn below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(below(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(files)
}
