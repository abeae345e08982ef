//! The `cargo` program.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context, bail};

use crate::Outcome;

/// The cargo that runs these commands, or the one that is found.
pub fn cargo(folder: &Path, arguments: &[&str]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    command
}

/// Runs a program that says by itself what it does; fails when it does.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("{} cannot run", shown(command)))?;
    match status.success() {
        true => Ok(()),
        false => bail!("`{}` failed", shown(command)),
    }
}

/// Runs a program that a person has asked for, and ends as it does.
pub fn end_as(command: &mut Command) -> anyhow::Result<Outcome> {
    let status = command.status().with_context(|| format!("{} cannot run", shown(command)))?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(Outcome::Findings, Outcome::Ended))
}

/// Runs a program for what it prints.
pub fn read(command: &mut Command) -> anyhow::Result<Output> {
    let output = command.output().with_context(|| format!("{} cannot run", shown(command)))?;
    match output.status.success() {
        true => Ok(output),
        false => {
            let problem = String::from_utf8_lossy(&output.stderr);
            bail!("`{}` failed: {}", shown(command), problem.trim())
        }
    }
}

/// As one would type it, with the program's name alone.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
