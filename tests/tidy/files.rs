//! The project's files.

use std::fs;
use std::path::{Path, PathBuf};

/// Made by tools, or not ours.
const SKIPPED: &[&str] = &["target", ".git", "node_modules"];

/// The project's folder.
pub fn project() -> PathBuf {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    above.canonicalize().expect("the project is there")
}

/// Every file below a folder of the project with one of these endings: its path and its text.
pub fn with_ending(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut paths = Vec::new();
    collect(&project().join(folder), &mut paths);
    paths.sort();
    let fits = |path: &PathBuf| {
        path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted))
    };
    let read = |path: PathBuf| {
        let below = path.strip_prefix(project()).unwrap_or(&path).to_string_lossy().into_owned();
        (below, fs::read_to_string(&path).expect("the file is text"))
    };
    paths.into_iter().filter(fits).map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if SKIPPED.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            collect(&path, paths);
        } else {
            paths.push(path);
        }
    }
}
