//! Runs the commands.

use std::process::{Command, Output};

use portone_v1_tests::xtask::executable;
pub use portone_v1_tests::xtask::project;

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
    let output = Command::new(executable(env!("CARGO_TARGET_TMPDIR")))
        .args(arguments)
        .output()
        .expect("it runs");
    Run::of(&output)
}
