//! The maintainer's commands: each is a thin layer over the generator.

mod cargo;
mod cargo_metadata;
mod colour;
mod commands;
mod comparison;
mod crate_api;
mod date;
mod docs_pages;
mod findings;
mod git;
mod manifest;
mod optional_file;
mod outcome;
mod print;
mod progress;
mod project_paths;
mod quantity;
mod schema;
mod schema_origin;
mod schema_revision;
mod upstream_document;

use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::{ColorChoice, CommandFactory, Parser, Subcommand};

use commands::{
    api, check, completions, diff, drift, explain, fake, generate, openapi, package, publish,
    release, upstream,
};
use outcome::Outcome;
use portone_v1_generator::sanitize::for_terminal;
use project_paths::ProjectPaths;

/// Keeps the crate `portone-v1` in sync with `schema/`.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
#[command(after_help = EXIT_CODES)]
struct Arguments {
    /// Coloured output: on a terminal (auto), always or never.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    #[command(flatten)]
    paths: ProjectPaths,
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  success
  1  findings: errors in the schema, files that are not up to date, differences
  2  the command failed";

#[derive(Debug, Subcommand)]
enum Command {
    Api(api::ApiArguments),
    Check(check::CheckArguments),
    Completions(completions::CompletionsArguments),
    Diff(diff::DiffArguments),
    Drift(drift::DriftArguments),
    Explain(explain::ExplainArguments),
    Fake(fake::FakeArguments),
    Generate(generate::GenerateArguments),
    Openapi(openapi::OpenapiArguments),
    Package(package::PackageArguments),
    Publish(publish::PublishArguments),
    Release(release::ReleaseArguments),
    Upstream(upstream::UpstreamArguments),
}

const ERROR: Style = AnsiColor::Red.on_default().bold();

/// Runs the command that this process was started with.
#[must_use]
pub fn run_command() -> ExitCode {
    let arguments = Arguments::parse();
    choose_colour(arguments.color);
    arguments.paths.remove_abandoned();
    match run(&arguments.command, &arguments.paths) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            let error = for_terminal(&format!("{error:#}"));
            anstream::eprintln!("{ERROR}error:{ERROR:#} {error}");
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    match command {
        Command::Api(arguments) => api::run(arguments, paths),
        Command::Check(_) => check::run(paths),
        Command::Completions(arguments) => Ok(completions::run(arguments, Arguments::command())),
        Command::Diff(arguments) => diff::run(arguments, paths),
        Command::Drift(arguments) => drift::run(arguments, paths),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Fake(arguments) => fake::run(arguments, paths),
        Command::Generate(arguments) => generate::run(arguments, paths),
        Command::Openapi(arguments) => openapi::run(arguments, paths),
        Command::Package(arguments) => package::run(arguments, paths),
        Command::Publish(arguments) => publish::run(arguments, paths),
        Command::Release(arguments) => release::run(arguments, paths),
        Command::Upstream(arguments) => upstream::run(arguments, paths),
    }
}

fn choose_colour(choice: ColorChoice) {
    let choice = match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
}
