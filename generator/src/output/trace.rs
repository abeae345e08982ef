//! Whether files are exactly those that an earlier run has left: then there is nothing to do.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

use crate::upstream::sha256;

/// The hash of a program, of some files, and of every file in some folders: names and bytes, whoever
/// wrote them.
///
/// # Errors
/// Fails when something cannot be read.
pub fn trace(program: &Path, of: &[PathBuf]) -> io::Result<String> {
    let mut paths = Vec::new();
    for path in of {
        collect(path, &mut paths)?;
    }
    paths.sort();
    let rows = paths.par_iter().map(|path| Ok(format!("{} {path:?}\n", sha256(&fs::read(path)?))));
    let rows = rows.collect::<io::Result<String>>()?;
    Ok(sha256(format!("{} {of:?}\n{rows}", identity(program)?).as_bytes()))
}

/// A program by its size and by when it was built.
///
/// # Errors
/// Fails when nothing can be known of it.
pub fn identity(program: &Path) -> io::Result<String> {
    let data = program.metadata()?;
    let built = data.modified()?.duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
    Ok(format!("{program:?} {} {}", data.len(), built.as_nanos()))
}

/// The file at a path, or every file below it; none when there is nothing.
fn collect(path: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    let entries = match fs::read_dir(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            paths.push(path.to_owned());
            return Ok(());
        }
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        match entry.file_type()?.is_dir() {
            true => collect(&entry.path(), paths)?,
            false => paths.push(entry.path()),
        }
    }
    Ok(())
}
