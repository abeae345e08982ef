//! A schema that somebody edits.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A copy of the schema, and a file of it that is edited again and again.
pub struct Edit {
    file: PathBuf,
}

/// A sentence that comes and goes.
const EDIT: &str = "doc: Just edited. ";

impl Edit {
    /// Copies the schema.
    pub fn of(schema: &Path, copy: &Path) -> io::Result<Self> {
        copy_folder(schema, copy)?;
        Ok(Self { file: copy.join("sections/payments.yaml") })
    }

    /// Edits what is said of the section of payments, which is in its module, the client, its blocking
    /// twin and the documents beside.
    pub fn again(&self) -> io::Result<()> {
        let text = fs::read_to_string(&self.file)?;
        let edited = match text.contains(EDIT) {
            true => text.replacen(EDIT, "doc: ", 1),
            false => text.replacen("doc: ", EDIT, 1),
        };
        fs::write(&self.file, edited)
    }
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, copy) = entry.map(|entry| (entry.path(), to.join(entry.file_name())))?;
        if path.is_dir() {
            copy_folder(&path, &copy)?;
        } else {
            fs::copy(&path, &copy)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_edit_changes_the_copy_and_every_second_one_puts_it_back() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let (schema, copy) = (folder.path().join("schema"), folder.path().join("copy"));
        fs::create_dir_all(schema.join("sections"))?;
        let text = "title: A\ndoc: Pays.\noperations: { doc: Gets. }\n";
        fs::write(schema.join("sections/payments.yaml"), text)?;
        let edit = Edit::of(&schema, &copy)?;
        edit.again()?;
        assert_eq!(fs::read_to_string(&edit.file)?, text.replace("Pays.", "Just edited. Pays."));
        edit.again()?;
        assert_eq!(fs::read_to_string(&edit.file)?, text);
        Ok(())
    }
}
