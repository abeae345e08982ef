//! Child processes, mostly `cargo`.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context, bail};

/// A call of the cargo that runs this program, or else of the one in PATH.
pub fn cargo(folder: &Path, arguments: &[&str]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    command
}

/// Runs a program and shows its output.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("`{}` cannot be run", shown(command)))?;
    match status.success() {
        true => Ok(()),
        false => bail!("`{}` failed", shown(command)),
    }
}

/// Runs a program and returns its output.
pub fn read(command: &mut Command) -> anyhow::Result<Output> {
    let output = command.output().with_context(|| format!("`{}` cannot be run", shown(command)))?;
    match output.status.success() {
        true => Ok(output),
        false => {
            let problem = String::from_utf8_lossy(&output.stderr);
            bail!("`{}` failed: {}", shown(command), problem.trim())
        }
    }
}

/// The command line, with the file name of the program alone.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
