//! Runs the commands.

use std::ffi::OsStr;
use std::process::Command;

pub use portone_v1_tests::run::Run;
use portone_v1_tests::xtask::executable;
pub use portone_v1_tests::xtask::project;

/// Runs `cargo xtask` with these arguments.
pub fn run<A: AsRef<OsStr>>(arguments: &[A]) -> Run {
    Run::of(command().args(arguments))
}

/// `cargo xtask`
pub fn command() -> Command {
    let mut command = Command::new(executable(env!("CARGO_TARGET_TMPDIR")));
    // The tests may run for a pull request themselves.
    for name in ["GITHUB_HEAD_REF", "GITHUB_BASE_REF", "GITHUB_REPOSITORY", "GITHUB_SERVER_URL"] {
        command.env_remove(name);
    }
    command
}
