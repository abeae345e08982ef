//! Files that need not exist.

use std::path::Path;
use std::{fs, io};

use anyhow::Context;

/// The text of a file; `None` if there is none.
pub fn text_of(path: &Path) -> anyhow::Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("{} cannot be read", path.display())),
    }
}
