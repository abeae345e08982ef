//! Snapshots next to their input.

use std::path::Path;

/// Compares a text with `NAME.snap` in a folder.
///
/// # Panics
/// Panics when they differ.
pub fn assert(folder: &Path, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
