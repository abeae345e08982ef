//! Execution of a command while the server is running.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode, ExitStatus};

use portone_v1_fake::{Fake, Kills};

/// Runs a command. Returns its exit code.
///
/// # Errors
/// Fails when the program cannot be started.
pub fn run(
    fake: &Fake,
    program: &OsStr,
    arguments: &[OsString],
    environment: &[(&str, String)],
    kill_seed: Option<u64>,
) -> io::Result<ExitCode> {
    let mut command = Command::new(program);
    command.args(arguments);
    for (name, value) in environment {
        command.env(name, value);
    }
    let status = match kill_seed {
        None => command.status(),
        Some(seed) => run_and_kill(fake, &mut command, seed),
    };
    let status = status.map_err(|error| {
        io::Error::new(
            error.kind(),
            format!("cannot run {}: {error}", Path::new(program).display()),
        )
    })?;
    Ok(ExitCode::from(exit_code(status)))
}

fn run_and_kill(fake: &Fake, command: &mut Command, seed: u64) -> io::Result<ExitStatus> {
    fake.run_and_kill(command, Kills::seeded(seed), |kill| anstream::eprintln!("Killed {kill}."))
}

/// Returns the exit code; for a signal, 128 plus its number, as shells do.
#[cfg(unix)]
fn exit_code(status: ExitStatus) -> u8 {
    use std::os::unix::process::ExitStatusExt;
    let signal = status.signal().map(|signal| 128 + signal);
    to_u8(status.code().or(signal))
}

#[cfg(not(unix))]
fn exit_code(status: ExitStatus) -> u8 {
    to_u8(status.code())
}

fn to_u8(code: Option<i32>) -> u8 {
    code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1)
}
