//! The executable of the commands, which are a workspace of their own.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The project's folder.
pub fn project() -> PathBuf {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    above.canonicalize().expect("the project is there")
}

/// Built once for each test binary, into the folder that the tests are built into;
/// `target_tmpdir` is `env!("CARGO_TARGET_TMPDIR")`, which cargo tells to tests only.
pub fn executable(target_tmpdir: &str) -> &'static Path {
    static EXECUTABLE: OnceLock<PathBuf> = OnceLock::new();
    EXECUTABLE.get_or_init(|| build(Path::new(target_tmpdir).parent().expect("it lies in target")))
}

fn build(target: &Path) -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--message-format=json-render-diagnostics", "--manifest-path"])
        .arg(project().join("xtask/Cargo.toml"))
        .arg("--target-dir")
        .arg(target)
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8_lossy(&output.stdout);
    messages.lines().filter_map(built).next_back().expect("cargo names the executable")
}

fn built(message: &str) -> Option<PathBuf> {
    let message: serde_json::Value = serde_json::from_str(message).ok()?;
    Some(PathBuf::from(message["executable"].as_str()?))
}
