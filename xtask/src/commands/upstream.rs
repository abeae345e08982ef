//! `cargo xtask upstream`: what upstream publishes, pinned or compared with itself.

use std::path::Path;

use anstream::eprintln;
use anyhow::Context;
use clap::{Args, Subcommand};
use portone_v1_generator::output::{Plan, Target};
use portone_v1_generator::upstream;

use crate::date::Date;
use crate::findings::{self, Format};
use crate::place::Place;
use crate::{Outcome, document};

/// Works with upstream's own description of the API.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Pin(Pin),
    Changes(Changes),
}

/// Shows what upstream changed between two descriptions, whatever our schema says.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask upstream changes 2026-02-11.json 2026-07-27.json
  cargo xtask upstream changes old.json new.json --format json")]
struct Changes {
    /// The older description: a file, an address, or `-` for standard input.
    old: String,
    /// The newer one.
    new: String,
    /// How to say it.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Writes the facts of a description to `schema/upstream.lock`: no prose, only hashes of it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask upstream pin 2026-07-27.json
  cargo xtask upstream pin https://api.iamport.kr/api/docs
  cargo xtask upstream pin --date 2026-07-27 - < description.json")]
struct Pin {
    /// A file, an address, or `-` for standard input; Swagger 2.0 as JSON or YAML.
    #[arg(value_name = "FILE|URL|-")]
    from: String,
    /// When it was published; found in the file's name, or today, when left out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    match &arguments.command {
        Command::Pin(arguments) => pin(arguments, place),
        Command::Changes(arguments) => changes(arguments),
    }
}

fn changes(arguments: &Changes) -> anyhow::Result<Outcome> {
    let old = document::read(&arguments.old, None)?;
    let new = document::read(&arguments.new, None)?;
    let found = upstream::changes(&old.facts, &new.facts);
    findings::show(&found, arguments.format, "the two descriptions agree")?;
    Ok(if found.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

fn pin(pin: &Pin, place: &Place) -> anyhow::Result<Outcome> {
    let date = pin.date.as_ref().map(Date::to_string);
    let document = document::read(&pin.from, date.as_deref())?;
    let (operations, types) = (document.facts.operations.len(), document.facts.types.len());
    let text = upstream::write_lock(document.facts, &document.date, &document.sha256)?;
    write(&place.schema(), text)?;
    eprintln!("pinned {operations} operations and {types} types of {}", document.date);
    eprintln!("  help: `cargo xtask drift` compares the schema with them");
    Ok(Outcome::Clean)
}

fn write(folder: &Path, text: String) -> anyhow::Result<()> {
    let failed = || format!("{} cannot be written", folder.join(LOCK).display());
    let target = Target { path: LOCK.to_owned(), text };
    let plan = Plan::new(folder, vec![target], false).with_context(failed)?;
    plan.apply().with_context(failed)
}

const LOCK: &str = "upstream.lock";
