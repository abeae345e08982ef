//! A workspace around a generated crate.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use portone_v1_generator::model::Api;
use portone_v1_generator::output::Target;
use portone_v1_tests::package;
use portone_v1_tests::rustc::Crate;

use crate::rustc;

const FRONT_PAGE: &str = "src/crate_page.md";

const HEAD: &str = r#"[workspace]
resolver = "3"
members = ["generated"]
"#;

/// Kept from run to run, so that only what has changed is compiled.
pub struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// Writes the crate and what it needs around it.
    pub fn create(name: &str, api: &Api) -> Self {
        let files = portone_v1_generator::generate(api).expect("the generator writes Rust");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("naming-obstacles").join(name);
        let _ = fs::remove_dir_all(folder.join("generated"));
        package::workspace(&folder, HEAD);
        for file in files {
            package::write(&folder.join("generated").join(&file.path), text_of_any_schema(&file));
        }
        Self { folder }
    }

    /// Compiles the crate with these features alone; every warning is an error.
    pub fn compile(&self, features: &[&str]) {
        let features: Vec<_> = features.iter().map(|name| (*name).to_owned()).collect();
        let root = self.folder.join("generated/src/lib.rs");
        let library = Crate { name: "portone_v1", root: &root, features: &features, uses: None };
        let mut rustc = rustc().check(&library, &self.folder.join("checked"));
        let output = rustc.args(["-Dwarnings", "-Dmissing_docs"]).output().expect("rustc runs");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{features:?}\n{stderr}");
    }

    /// Runs clippy, which also reports the warnings of rustc; every warning is an error.
    pub fn lint(&self, features: &[&str]) {
        let clippy = &["clippy", "--no-deps", "--package", "portone-v1"][..];
        self.cargo(&[clippy, features, &["--", "-Dwarnings"]].concat());
    }

    /// Runs cargo.
    pub fn cargo(&self, arguments: &[&str]) {
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TARGET_DIR", package::target(env!("CARGO_TARGET_TMPDIR")))
            .env_remove("RUSTFLAGS")
            .env("RUSTDOCFLAGS", "-Dwarnings")
            .output()
            .expect("cargo runs");
        let stderr = String::from_utf8_lossy(&output.stderr);
        let stdout = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "cargo {arguments:?}\n{stdout}\n{stderr}");
    }
}

/// The text of a file. The front page links to operations of PortOne before it lists the sections.
fn text_of_any_schema(file: &Target) -> &str {
    let sections = file.text.split_once("# Features").filter(|_| file.path == FRONT_PAGE);
    sections.map_or(&file.text, |(_, sections)| sections)
}
