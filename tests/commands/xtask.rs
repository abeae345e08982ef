//! Runs the commands.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// The project's folder.
pub fn project() -> PathBuf {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    above.canonicalize().expect("the project is there")
}

/// What a command did.
pub struct Run {
    /// The exit code.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Run {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// Fails the test unless the command ended with this code.
    pub fn expect(self, code: i32) -> Self {
        let Self { out, err, .. } = &self;
        assert_eq!(self.code, Some(code), "\n--- stdout\n{out}\n--- stderr\n{err}");
        self
    }
}

/// Runs `cargo xtask` with these arguments.
pub fn run<A: AsRef<std::ffi::OsStr>>(arguments: &[A]) -> Run {
    let output = Command::new(executable()).args(arguments).output().expect("it runs");
    Run::of(&output)
}

/// Built once for each test binary, into the folder that the tests are built into.
fn executable() -> &'static Path {
    static EXECUTABLE: OnceLock<PathBuf> = OnceLock::new();
    EXECUTABLE.get_or_init(build)
}

fn build() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it lies in the target");
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
