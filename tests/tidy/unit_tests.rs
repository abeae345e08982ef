//! Crates whose library has no test harness: a test in one of them would never run.

use std::fs;

use crate::files;

/// The folders of these crates, and of their source.
const WITHOUT_HARNESS: [(&str, &str); 4] = [
    ("fake", "fake/src"),
    ("generated", "generated/src"),
    ("generator", "generator/src"),
    ("tests", "tests/src"),
];

#[test]
fn crates_without_a_harness_have_no_unit_tests() {
    for (folder, source) in WITHOUT_HARNESS {
        let manifest = fs::read_to_string(files::project().join(folder).join("Cargo.toml"))
            .expect("a manifest");
        assert!(manifest.contains("[lib]\ntest = false\n"), "{folder} has a harness");
        for (path, text) in files::with_ending(source, &["rs"]) {
            let mut lines = text.lines().map(str::trim);
            assert!(
                !lines.any(|line| line == "#[cfg(test)]"),
                "{path}: move the tests to `tests/`"
            );
        }
    }
}
