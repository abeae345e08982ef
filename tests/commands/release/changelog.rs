//! The changes of a release to CHANGELOG.md.

use crate::release::project::Project;

const BEFORE: &str = "\
# Changelog

All notable changes.

## [Unreleased]

Read this first.

### Fixed

- A fix
  of two lines.

### Notes

- A heading of our own.

### Added

- An addition.

## [0.1.0] - 2026-11-21

### Added

- Everything.

[Unreleased]: https://github.com/portone-v1/portone-v1/compare/v0.1.0...HEAD
[0.1.0]: https://github.com/portone-v1/portone-v1/releases/tag/v0.1.0
";

const AFTER: &str = "\
# Changelog

All notable changes.

## [Unreleased]

## [0.1.1] - 2026-12-01

Read this first.

### Added

- An addition.

### Fixed

- A fix
  of two lines.

### Notes

- A heading of our own.

## [0.1.0] - 2026-11-21

### Added

- Everything.

[Unreleased]: https://github.com/portone-v1/portone-v1/compare/v0.1.1...HEAD
[0.1.1]: https://github.com/portone-v1/portone-v1/compare/v0.1.0...v0.1.1
[0.1.0]: https://github.com/portone-v1/portone-v1/releases/tag/v0.1.0
";

#[test]
fn the_unreleased_section_becomes_the_release() {
    let project = Project::unreleased();
    project.write("CHANGELOG.md", BEFORE);
    project.commit("Write the changelog");
    project.git(&["tag", "v0.1.0"]);
    project.release(&[]).expect(0);
    assert_eq!(project.read("CHANGELOG.md"), AFTER);
}

#[test]
fn the_first_release_links_to_its_tag() {
    let project = Project::unreleased();
    project.release(&[]).expect(0);
    let text = project.read("CHANGELOG.md");
    assert!(text.contains("\n## [Unreleased]\n\n## [0.1.0] - 2026-12-01\n\n### Added\n"), "{text}");
    let end = "\n\n[Unreleased]: https://github.com/portone-v1/portone-v1/compare/v0.1.0...HEAD\n\
               [0.1.0]: https://github.com/portone-v1/portone-v1/releases/tag/v0.1.0\n";
    assert!(text.ends_with(end), "{text}");
}

#[test]
fn a_release_without_changelog_entries_is_rejected() {
    let project = Project::unreleased();
    project.write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n### Added\n");
    project.commit("Write nothing");
    let run = project.release(&[]).expect(2);
    assert!(run.err.contains("help: describe the changes under `Unreleased`"), "{}", run.err);
}

/// From the schema to the changelog, and to the version.
#[test]
fn a_breaking_change_is_reported_with_its_migration() {
    let project = Project::unreleased();
    project.write("CHANGELOG.md", BEFORE);
    project.commit("Write the changelog");
    project.git(&["tag", "v0.1.0"]);
    project.rename_a_code(&[]);
    project.commit("Call a gateway by another name");

    let run = project.release(&["0.1.1"]).expect(2);
    assert!(run.err.contains("the lowest allowed version is 0.2.0"), "{}", run.err);
    assert!(run.err.contains("the most severe change is major"), "{}", run.err);
    project.release(&[]).expect(0);
    let text = project.read("CHANGELOG.md");
    let told = "### Changed\n\n\
                - **Breaking:** `types/Gateway/kcp`: a code was renamed in Rust.\n  Write ";
    assert!(text.contains("## [0.2.0] - 2026-12-01"), "{text}");
    assert!(text.contains(told), "{text}");
}

#[test]
fn the_section_of_a_version_is_printed_for_the_release_on_github() {
    let project = Project::unreleased();
    project.write("CHANGELOG.md", AFTER);
    let run = project.xtask(&["release", "--notes", "0.1.1"]).expect(0);
    let (_, section) = AFTER.split_once("2026-12-01\n\n").expect("it has a heading");
    let (section, _) = section.split_once("\n## ").expect("another version follows");
    assert_eq!(run.out, section);
    let run = project.xtask(&["release", "--notes", "0.1.0"]).expect(0);
    assert_eq!(run.out, "### Added\n\n- Everything.\n");
    let run = project.xtask(&["release", "--notes", "0.9.0"]).expect(2);
    assert!(run.err.contains("CHANGELOG.md has no section of 0.9.0"), "{}", run.err);
}
