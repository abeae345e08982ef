//! Words that do not belong in the project, because they depend on one machine.

use crate::files;

/// Written in two parts, so that this file does not hold them.
const FORBIDDEN: &[[&str; 2]] =
    &[["/work", "/"], ["../", "shared"], ["/tmp", "/plan"], ["tar", "get-gen"], ["/ro", "ot/"]];

#[test]
fn no_file_names_the_machine_it_was_written_on() {
    let endings = ["rs", "md", "toml", "yaml", "yml", "json", "snap", "lock"];
    for (path, text) in files::with_ending(".", &endings) {
        for word in FORBIDDEN.iter().map(|parts| parts.concat()) {
            assert!(!text.contains(&word), "{path} holds `{word}`");
        }
    }
}
