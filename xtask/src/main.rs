//! The maintainer's commands: each is a thin layer over the generator.

mod cargo;
mod colour;
mod commands;
mod comparison;
mod date;
mod document;
mod findings;
mod git;
mod manifest;
mod place;
mod print;
mod progress;
mod schema;
mod side;
mod workspace;

use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::{ColorChoice, Parser, Subcommand};

use commands::{
    check, diff, drift, explain, fake, generate, openapi, package, publish, release, upstream,
};
use place::Place;

/// Keeps the crate `portone-v1` true to `schema/`.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
#[command(after_help = EXIT_CODES)]
struct Arguments {
    /// Colour: on a terminal (auto), always or never.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  all is well
  1  there are findings: mistakes in the schema, files that are not up to date, differences
  2  the command could not do its work";

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Arguments),
    Diff(diff::Arguments),
    Drift(drift::Arguments),
    Explain(explain::Arguments),
    Fake(fake::Arguments),
    Generate(generate::Arguments),
    Openapi(openapi::Arguments),
    Package(package::Arguments),
    Publish(publish::Arguments),
    Release(release::Arguments),
    Upstream(upstream::Arguments),
}

/// What a command found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Clean,
    Findings,
    /// Another program did the work, and ended with this code.
    Ended(u8),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    choose_colour(arguments.color);
    let place = &arguments.place;
    let result = match &arguments.command {
        Command::Check(_) => check::run(place),
        Command::Diff(diff) => diff::run(diff, place),
        Command::Drift(drift) => drift::run(drift, place),
        Command::Explain(explain) => explain::run(explain),
        Command::Fake(fake) => fake::run(fake, place),
        Command::Generate(generate) => generate::run(generate, place),
        Command::Openapi(openapi) => openapi::run(openapi, place),
        Command::Package(package) => package::run(package, place),
        Command::Publish(publish) => publish::run(publish, place),
        Command::Release(release) => release::run(release, place),
        Command::Upstream(upstream) => upstream::run(upstream, place),
    };
    match result {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Ended(code)) => ExitCode::from(code),
        Err(error) => {
            anstream::eprintln!("{ERROR}error:{ERROR:#} {error:#}");
            ExitCode::from(2)
        }
    }
}

const ERROR: Style = AnsiColor::Red.on_default().bold();

fn choose_colour(choice: ColorChoice) {
    let choice = match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
}
