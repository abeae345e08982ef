//! The program `xtask`. Its code is the library's, which cargo compiles before the generator is linked.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::run_command()
}
