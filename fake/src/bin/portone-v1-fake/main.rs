//! Program `portone-v1-fake`, which runs the server.

mod arguments;
mod command;
mod request_printer;
mod signals;

use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::Parser;
use portone_v1_fake::{CONTROL_PREFIX, Fake};

use arguments::ServerArguments;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const STRONG: Style = Style::new().bold();

fn main() -> ExitCode {
    let arguments = ServerArguments::parse();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            anstream::eprintln!("{ERROR}error:{ERROR:#} {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &ServerArguments) -> io::Result<ExitCode> {
    let fake = arguments.start()?;
    if let Some((program, rest)) = arguments.command.split_first() {
        let environment = arguments.environment(&fake);
        return command::run(&fake, program, rest, &environment, arguments.kill_seed);
    }
    signals::end_first_process()?;
    print_banner(arguments, &fake)?;
    // A signal ends the process; there is nothing to save.
    request_printer::run(&fake, arguments.quiet)
}

/// Prints the URL of the server and the environment variables for clients.
fn print_banner(arguments: &ServerArguments, fake: &Fake) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    let (url, revision) = (fake.url(), fake.docs_revision());
    writeln!(out, "Fake PortOne V1 server, docs of {revision}. Press Ctrl-C to stop.")?;
    writeln!(out, "Listening on {STRONG}{url}{STRONG:#}\n")?;
    for (name, value) in arguments.environment(fake) {
        writeln!(out, "export {name}={value}")?;
    }
    writeln!(out, "\nControl API: curl {url}{CONTROL_PREFIX}")?;
    out.flush()
}
