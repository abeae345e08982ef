//! `portone-v1-fake`: the server as a program.

mod arguments;
mod child;
mod watch;

use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::Parser;
use portone_v1_fake::{CONTROL_PREFIX, Fake};

use arguments::Arguments;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const STRONG: Style = Style::new().bold();

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            anstream::eprintln!("{ERROR}error:{ERROR:#} {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let fake = arguments.start()?;
    if let Some((program, rest)) = arguments.command.split_first() {
        return child::run(program, rest, &arguments.environment(&fake));
    }
    greet(arguments, &fake)?;
    // There is nothing to save: the process ends as soon as somebody ends it.
    watch::forever(&fake, arguments.quiet)
}

/// Where it is, and how a program gets there.
fn greet(arguments: &Arguments, fake: &Fake) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    let (url, revision) = (fake.url(), fake.docs_revision());
    writeln!(out, "A fake of PortOne V1, as its docs were on {revision}. Ctrl-C ends it.")?;
    writeln!(out, "It listens at {STRONG}{url}{STRONG:#}\n")?;
    for (name, value) in arguments.environment(fake) {
        writeln!(out, "export {name}={value}")?;
    }
    writeln!(out, "\nWhat buyers, banks and time do: curl {}{CONTROL_PREFIX}", url)?;
    out.flush()
}
