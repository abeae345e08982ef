//! The result of a command that did its work.

use std::process::ExitCode;

/// The result, which decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to report.
    Clean,
    /// Errors in the schema, stale files or differences.
    Findings,
    /// The exit code of another program, which did the work.
    Exited(u8),
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Findings => Self::from(1),
            Outcome::Exited(code) => Self::from(code),
        }
    }
}
