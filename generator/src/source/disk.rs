//! The files of a schema on the disk.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The size that no file of a schema has: a file of this size is something else.
const TOO_LARGE: u64 = 1024 * 1024;

/// The YAML files of a folder, sorted, so that no output depends on the order in which a disk lists files.
/// Hidden files are those of editors. A file with another ending for YAML is an error.
pub fn yaml_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = entries.collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| is_yaml(path));
    paths.sort();
    Ok(paths)
}

fn is_yaml(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    !name.starts_with('.') && ending(path).is_some()
}

/// The ending of a YAML file: `yaml`, or another one that YAML files have.
fn ending(path: &Path) -> Option<&OsStr> {
    let is_yaml =
        |ending: &&OsStr| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml");
    path.extension().filter(is_yaml)
}

/// The text of a file. Bytes that are not UTF-8 become U+FFFD, which the parser reports.
///
/// # Errors
/// Fails for what is not a regular file, without opening it: a named pipe would never end.
pub fn text(path: &Path) -> Result<String, String> {
    if ending(path).is_some_and(|ending| ending != "yaml") {
        return Err("does not end in `.yaml`\n  help: rename it".to_owned());
    }
    let facts = fs::metadata(path).map_err(|error| missing(path, &error))?;
    if !facts.is_file() {
        let kind = if facts.is_dir() { "is a folder" } else { "is not a regular file" };
        return Err(format!("{kind}\n  help: move it out of the schema"));
    }
    if facts.len() >= TOO_LARGE {
        let limit = TOO_LARGE / 1024;
        return Err(format!(
            "has {limit} KiB or more\n  help: move it out of the schema, or divide it"
        ));
    }
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    Ok(String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
}

fn missing(path: &Path, error: &io::Error) -> String {
    match fs::read_link(path) {
        Ok(target) => {
            let target = target.display();
            format!(
                "is a link to `{target}`: {error}\n  help: restore the file, or delete the link"
            )
        }
        Err(_) => error.to_string(),
    }
}
