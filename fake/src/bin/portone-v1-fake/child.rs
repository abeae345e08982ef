//! A command with a server beside it.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode, ExitStatus};

/// Runs it, and ends as it does.
///
/// # Errors
/// Fails when there is no such program.
pub fn run(
    program: &OsStr,
    arguments: &[OsString],
    environment: &[(&str, String)],
) -> io::Result<ExitCode> {
    let mut command = Command::new(program);
    command.args(arguments);
    for (name, value) in environment {
        command.env(name, value);
    }
    let status = command.status().map_err(|error| {
        io::Error::new(
            error.kind(),
            format!("{} cannot run: {error}", Path::new(program).display()),
        )
    })?;
    Ok(ExitCode::from(code(status)))
}

/// A command that was ended by a signal ends with what shells say of it.
#[cfg(unix)]
fn code(status: ExitStatus) -> u8 {
    use std::os::unix::process::ExitStatusExt;
    let signal = status.signal().map(|signal| 128 + signal);
    clamped(status.code().or(signal))
}

#[cfg(not(unix))]
fn code(status: ExitStatus) -> u8 {
    clamped(status.code())
}

fn clamped(code: Option<i32>) -> u8 {
    code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1)
}
