//! This project before its first release, so that tests of versions stay valid.

use portone_v1_tests::xtask::project;

use crate::release::project::Project;

/// The changelog that every project begins with.
const CHANGELOG: &str = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Everything.\n";

const MEMBERS: [&str; 5] = [
    "portone-v1",
    "portone-v1-fake",
    "portone-v1-generator",
    "portone-v1-runtime",
    "portone-v1-tests",
];

/// Writes the files of a release with the version 0.1.0, and a changelog with one line.
pub fn restore(copy: &Project) {
    let version = env!("CARGO_PKG_VERSION");
    let edit = |path: &str, pairs: &[(String, String)]| {
        let text = std::fs::read_to_string(project().join(path)).expect("the file is there");
        copy.write(path, &pairs.iter().fold(text, |text, (old, new)| text.replace(old, new)));
    };
    let quoted = |version: &str| format!("version = \"{version}\"");
    let exactly = |version: &str| quoted(&format!("={version}"));
    let before = ["\n", "fake\", ", "generated\", "];
    let mut versions = before
        .map(|before| {
            (format!("{before}{}", quoted(version)), format!("{before}{}", quoted("0.1.0")))
        })
        .to_vec();
    versions.push((exactly(version), exactly("0.1.0")));
    edit("Cargo.toml", &versions);
    let member = |name: &str, version| format!("name = \"{name}\"\n{}", quoted(version));
    let members = MEMBERS.map(|name| (member(name, version), member(name, "0.1.0")));
    edit("Cargo.lock", &members);
    edit("bench/Cargo.lock", &members);
    edit("examples/checkout/Cargo.lock", &members);
    edit("examples/postgres_journal/Cargo.lock", &members);
    edit("xtask/Cargo.lock", &members);
    let (minor, _) = version.rsplit_once('.').expect("a version has three numbers");
    let named = |minor: &str| format!("portone-v1 = {{ version = \"{minor}\"");
    edit("README.md", &[(named(minor), named("0.1"))]);
    copy.write("CHANGELOG.md", CHANGELOG);
}
