//! Runs programs.

use std::process::{Command, Output};

use portone_v1_tests::xtask::executable;

/// What a program did.
pub struct Run {
    code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Run {
    /// Runs it to its end.
    pub fn of(command: &mut Command) -> Self {
        let Output { status, stdout, stderr } = command.output().expect("it runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: status.code(), out: text(&stdout), err: text(&stderr) }
    }

    /// Fails the test unless it ended with this code.
    pub fn expect(self, code: i32) -> Self {
        let Self { out, err, .. } = &self;
        assert_eq!(self.code, Some(code), "\n--- stdout\n{out}\n--- stderr\n{err}");
        self
    }
}

/// `cargo xtask`
pub fn xtask() -> Command {
    Command::new(executable(env!("CARGO_TARGET_TMPDIR")))
}
