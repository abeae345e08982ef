//! The peers, with their versions and arguments.

use std::ffi::OsString;
use std::path::Path;

use super::document::Document;

/// A generator of Rust clients.
pub struct Peer {
    /// Its common name; also the folder of its crate.
    pub name: &'static str,
    /// The package to install.
    pub package: &'static str,
    /// The version of the package.
    pub version: &'static str,
    /// The registry of the package.
    pub registry: Registry,
    /// The name of the program.
    pub program: &'static str,
    /// Its input.
    pub document: Document,
    /// A remark for the table.
    pub note: &'static str,
    /// The arguments that turn a document into a crate in a folder.
    pub arguments: fn(document: &Path, folder: &Path) -> Vec<OsString>,
}

/// A registry of packages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registry {
    /// crates.io
    CratesIo,
    /// PyPI; the package needs Java.
    PyPi,
}

/// Every peer, the fastest first.
pub const ALL: [Peer; 4] = [
    Peer {
        name: "openapi-to-rust",
        package: "openapi-to-rust",
        version: "0.23.0",
        registry: Registry::CratesIo,
        program: "openapi-to-rust",
        document: Document::OpenApi31,
        note: "writes modules only; the manifest is added, with the dependencies that it lists",
        arguments: |document, folder| {
            let output = folder.join("src");
            words(&["generate", "--quiet", "--output-dir"], [&output, document])
        },
    },
    Peer {
        name: "oas3-gen",
        package: "oas3-gen",
        version: "0.29.0",
        registry: Registry::CratesIo,
        program: "oas3-gen",
        document: Document::OpenApi31,
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
        registry: Registry::CratesIo,
        program: "cargo-progenitor",
        document: Document::OpenApi30WithOneSuccess,
        note: "reads only OpenAPI 3.0 and one type of success for each operation; runs rustfmt",
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
        registry: Registry::PyPi,
        program: "openapi-generator-cli",
        document: Document::OpenApi31,
        note: "starts a Java virtual machine",
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
