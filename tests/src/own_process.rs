//! Tests in a process of their own.
//!
//! `tracing` and `log` keep state for the whole process: the subscriber, the logger, and the cache of
//! enabled callsites. Tests that run beside in the same process would disturb each other through it.

use std::env;
use std::process::Command;

use crate::run::Run;

/// The variable that names the test which a process was started for.
const VARIABLE: &str = "PORTONE_TESTS_OWN_PROCESS";

/// Runs the body of the test with this path in a process of its own: starts the current test binary
/// again, for that test alone.
///
/// # Panics
/// Panics when the test fails there, or when no test has this path.
pub fn run(test: &str, body: impl FnOnce()) {
    if env::var(VARIABLE).is_ok_and(|name| name == test) {
        return body();
    }
    let binary = env::current_exe().expect("the path of this test binary");
    let run = Run::of(Command::new(binary).args(["--exact", test]).env(VARIABLE, test)).expect(0);
    assert!(run.out.contains("1 passed"), "no test has the path `{test}`:\n{}", run.out);
}
