//! Who the peers are.

use std::ffi::OsString;
use std::path::Path;

use super::feed::Feed;

/// A generator of Rust clients.
pub struct Peer {
    /// As people call it; also the folder of its crate.
    pub name: &'static str,
    /// What is installed.
    pub package: &'static str,
    /// The version that is compared with.
    pub version: &'static str,
    /// Where it comes from.
    pub registry: Registry,
    /// The program's name.
    pub program: &'static str,
    /// What it is fed.
    pub feed: Feed,
    /// What should be known about it.
    pub note: &'static str,
    /// The arguments that turn a document into a crate in a folder.
    pub arguments: fn(document: &Path, folder: &Path) -> Vec<OsString>,
}

/// A registry of packages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registry {
    /// crates.io
    Crates,
    /// PyPI; the package runs Java.
    Python,
}

/// Every peer, the fastest first.
pub const ALL: [Peer; 4] = [
    Peer {
        name: "openapi-to-rust",
        package: "openapi-to-rust",
        version: "0.23.0",
        registry: Registry::Crates,
        program: "openapi-to-rust",
        feed: Feed::Newer,
        note: "writes modules: the manifest is ours, with the dependencies that it names",
        arguments: |document, folder| {
            let output = folder.join("src");
            words(&["generate", "--quiet", "--output-dir"], [&output, document])
        },
    },
    Peer {
        name: "oas3-gen",
        package: "oas3-gen",
        version: "0.29.0",
        registry: Registry::Crates,
        program: "oas3-gen",
        feed: Feed::Newer,
        note: "",
        arguments: |document, folder| {
            let mut words = words(&["generate", "client-mod", "--workspace", "-o"], [folder]);
            words.extend(["-i".into(), document.into()]);
            words
        },
    },
    Peer {
        name: "progenitor",
        package: "cargo-progenitor",
        version: "0.15.1",
        registry: Registry::Crates,
        program: "cargo-progenitor",
        feed: Feed::OlderWithOneSuccess,
        note: "reads OpenAPI 3.0 alone, and no operation with two types of success; runs rustfmt",
        arguments: |document, folder| {
            let name =
                ["progenitor", "--name", "peer-progenitor", "--version", "0.0.0", "--output"];
            let mut words = words(&name, [folder]);
            words.extend(["--input".into(), document.into()]);
            words
        },
    },
    Peer {
        name: "openapi-generator",
        package: "openapi-generator-cli",
        version: "7.26.0",
        registry: Registry::Python,
        program: "openapi-generator-cli",
        feed: Feed::Newer,
        note: "starts a Java machine each time",
        arguments: |document, folder| {
            let mut words = words(&["generate", "--generator-name", "rust", "--output"], [folder]);
            words.extend(["--input-spec".into(), document.into()]);
            words
        },
    },
];

fn words<const N: usize>(words: &[&str], paths: [&Path; N]) -> Vec<OsString> {
    let words = words.iter().map(OsString::from);
    words.chain(paths.into_iter().map(OsString::from)).collect()
}
