//! The compiler, and the runtime that the tests are linked with, so that nothing is built again for a
//! generated crate.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

/// The compiler of generated crates.
pub struct Rustc {
    runtime: PathBuf,
}

/// A crate to check.
pub struct Crate<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its root.
    pub root: &'a Path,
    /// Its features.
    pub features: &'a [String],
    /// The checked crate that it uses; the runtime if there is none.
    pub uses: Option<&'a Path>,
}

impl Rustc {
    /// The compiler with the runtime of a test binary; `target_tmpdir` is `env!("CARGO_TARGET_TMPDIR")`, which
    /// cargo sets for tests only.
    ///
    /// # Panics
    /// Panics when cargo fails.
    pub fn of(test: &str, target_tmpdir: &str) -> Self {
        let output = cargo()
            .args(["build", "--offline", "--message-format=json-render-diagnostics"])
            .args(["--package", env!("CARGO_PKG_NAME"), "--test", test, "--target-dir"])
            .arg(Path::new(target_tmpdir).with_file_name(""))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let messages = String::from_utf8_lossy(&output.stdout);
        let runtime = messages.lines().find_map(runtime).expect("cargo names the runtime");
        Self { runtime }
    }

    /// Type-checks a library without generating code for it; writes what other crates need of it into a
    /// folder, and prints diagnostics as JSON.
    ///
    /// # Panics
    /// Panics when the folder cannot be created.
    pub fn check(&self, checked: &Crate<'_>, folder: &Path) -> Command {
        fs::create_dir_all(folder).expect("a folder");
        let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        rustc.args(["--edition=2024", "--crate-type=lib", "--emit=metadata"]);
        rustc.args(["--error-format=json", "--crate-name", checked.name]).arg(checked.root);
        rustc.arg("--out-dir").arg(folder);
        for feature in checked.features {
            rustc.arg("--cfg").arg(format!("feature={feature:?}"));
        }
        let built = self.runtime.with_file_name("");
        rustc.arg("-L").arg(format!("dependency={}", built.display()));
        let (name, path) = match checked.uses {
            Some(path) => ("generated", path),
            None => ("portone_v1_runtime", &*self.runtime),
        };
        rustc.arg("--extern").arg(format!("{name}={}", path.display()));
        rustc
    }
}

/// Cargo in the environment of the shell: it sets variables for tests, and builds ring again if they differ.
fn cargo() -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.env_remove("OUT_DIR");
    for name in env::vars_os().filter_map(|(name, _)| name.into_string().ok()) {
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            cargo.env_remove(name);
        }
    }
    cargo
}

/// The library in a message of cargo about the runtime.
fn runtime(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    let files = message["filenames"].as_array()?.iter().filter_map(Value::as_str);
    let is_runtime = message["target"]["name"] == "portone_v1_runtime";
    let mut libraries = files.filter(|file| is_runtime && file.ends_with(".rlib"));
    libraries.next().map(PathBuf::from)
}
