//! Every package contains the project's licences verbatim.

use std::fs;

use crate::files;

#[test]
fn the_licences_in_the_packages_are_those_of_the_project() {
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let text = |folder: &str| {
            let path = files::project().join(folder).join(name);
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{folder}/{name}: {error}"))
        };
        for folder in ["fake", "runtime", "generated"] {
            assert!(text(folder) == text("."), "{folder}/{name} is not {name}: copy it again");
        }
    }
}
