//! A workspace around a generated crate.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use portone_v1_generator::model::Api;

const MANIFEST: &str = r#"[workspace]
resolver = "3"
members = ["generated"]

[workspace.package]
version = "0.1.0"
edition = "2024"
rust-version = "1.85"
license = "MIT OR Apache-2.0"
repository = "https://example.com"

[workspace.dependencies]
portone-v1-runtime = { path = "{runtime}" }

[workspace.lints.rust]
unsafe_code = "forbid"
missing_docs = "warn"

[workspace.lints.clippy]
unwrap_used = "warn"
expect_used = "warn"
panic = "warn"
"#;

/// Kept from run to run, so that only what has changed is compiled.
pub struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// Writes the crate and what it needs around it.
    pub fn create(name: &str, api: &Api) -> Self {
        let files = portone_v1_generator::generate(api).expect("the generator writes Rust");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("obstacles").join(name);
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let project = project.canonicalize().expect("the project is there");
        let _ = fs::remove_dir_all(folder.join("generated"));
        let workspace = Self { folder };
        let runtime = project.join("runtime");
        workspace.write("Cargo.toml", &MANIFEST.replace("{runtime}", &runtime.to_string_lossy()));
        let lock = fs::read_to_string(project.join("Cargo.lock")).expect("there is a lock file");
        workspace.write("Cargo.lock", &lock);
        for file in files {
            workspace.write(&format!("generated/{}", file.path), &file.text);
        }
        workspace
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(path, text).expect("the file is written");
    }

    /// Clippy finds what rustc finds, and more.
    pub fn lint(&self, features: &[&str]) {
        self.cargo(&[&["clippy", "--no-deps", "--package", "portone-v1"], features].concat());
    }

    /// Runs cargo; every warning is an error.
    pub fn cargo(&self, arguments: &[&str]) {
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("RUSTFLAGS", "-Dwarnings")
            .env("RUSTDOCFLAGS", "-Dwarnings")
            .output()
            .expect("cargo runs");
        let said = String::from_utf8_lossy(&output.stderr);
        let shown = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "cargo {arguments:?}\n{shown}\n{said}");
    }
}
