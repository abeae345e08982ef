//! A generated crate as a package on the disk.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use portone_v1_generator::model::Api;
use portone_v1_generator::output::Target;

/// The part of the workspace manifest that generated crates inherit from.
const INHERITED: &str = r#"
[workspace.package]
version = "1.0.0"
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

[profile.dev]
debug = false
incremental = false
"#;

/// A generated crate under a name of its own.
pub struct Package {
    /// A hash of all files, so that equal crates are one package: `generated-0123456789abcdef`.
    pub name: String,
    files: Vec<Target>,
}

impl Package {
    /// The crate of a model.
    ///
    /// # Panics
    /// Panics when the generated code is not valid Rust.
    pub fn of(api: &Api) -> Self {
        let files = portone_v1_generator::generate(api).expect("the generator writes Rust");
        let mut hasher = DefaultHasher::new();
        for file in &files {
            (&file.path, &file.text).hash(&mut hasher);
        }
        Self { name: format!("generated-{:016x}", hasher.finish()), files }
    }

    /// Writes it into a folder of its name. The library is `portone_v1` all the same.
    pub fn write(&self, packages: &Path) {
        let folder = packages.join(&self.name);
        for file in self.files.iter().filter(|file| !file.path.starts_with("README")) {
            write(&folder.join(&file.path), &self.renamed(file));
        }
    }

    /// Writes its source into a folder of its name, as a module of a larger crate. The module's name is that of
    /// the package with underscores.
    pub fn write_module(&self, packages: &Path) {
        let folder = packages.join(&self.name);
        let root = format!("crate::{}::", self.module());
        for file in self.files.iter().filter(|file| file.path.starts_with("src/")) {
            write(&folder.join(&file.path), &file.text.replace("crate::", &root));
        }
    }

    /// The name of the module.
    pub fn module(&self) -> String {
        self.name.replace('-', "_")
    }

    fn renamed(&self, file: &Target) -> String {
        if file.path != "Cargo.toml" {
            return file.text.clone();
        }
        let name = format!("name = \"{}\"", self.name);
        let text = file.text.replace("name = \"portone-v1\"", &name);
        let text = text.replace("[lib]\n", "[lib]\nname = \"portone_v1\"\n");
        text.replace("readme = \"README.md\"\n", "")
    }
}

/// The target folder of all workspaces of generated crates, and of `cargo xtask package`, so that their
/// dependencies are checked once; `target_tmpdir` is `env!("CARGO_TARGET_TMPDIR")`, which cargo sets for
/// tests only.
pub fn target(target_tmpdir: &str) -> PathBuf {
    Path::new(target_tmpdir).with_file_name("packages")
}

/// Writes the manifest of a workspace around generated crates, which begins as given, and the
/// project's lock file.
///
/// # Panics
/// Panics when a file cannot be written.
pub fn workspace(folder: &Path, head: &str) {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let project = project.canonicalize().expect("the project is there");
    let runtime = project.join("runtime");
    let inherited = INHERITED.replace("{runtime}", &runtime.to_string_lossy());
    write(&folder.join("Cargo.toml"), &format!("{head}{inherited}"));
    fs::copy(project.join("Cargo.lock"), folder.join("Cargo.lock")).expect("a lock file");
}

/// Writes a file unless it is there already, so that cargo compiles again only what has changed.
///
/// # Panics
/// Panics when a file cannot be written.
pub fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|there| there == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
    fs::write(path, text).expect("the file is written");
}
