//! `cargo xtask upstream`: pins upstream's description, or compares two of them.

use std::path::PathBuf;

use anstream::eprintln;
use anyhow::Context;
use clap::{Args, Subcommand};
use portone_v1_generator::output::{Plan, Target};
use portone_v1_generator::upstream::{self, Words, pages};

use crate::date::{Date, only_date_in};
use crate::docs_pages::Unreadable;
use crate::findings::{self, FindingsFormat};
use crate::outcome::Outcome;
use crate::project_paths::ProjectPaths;
use crate::quantity::count;
use crate::{docs_pages, upstream_document};

/// Pins upstream's description of the API, or compares two of them.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask upstream pin 2026-07-27.json
  cargo xtask upstream changes old.json new.json")]
pub struct UpstreamArguments {
    #[command(subcommand)]
    command: UpstreamCommand,
}

#[derive(Debug, Subcommand)]
enum UpstreamCommand {
    Pin(Pin),
    Changes(Changes),
}

/// Compares two descriptions by upstream with each other.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask upstream changes 2026-02-11.json 2026-07-27.json
  cargo xtask upstream changes old.json new.json --format json")]
struct Changes {
    /// The older description: a file, a URL, or `-` for standard input.
    old: String,
    /// The newer description.
    new: String,
    /// Output format.
    #[arg(long, value_enum, default_value = "text")]
    format: FindingsFormat,
}

/// Writes the facts of a description to `schema/upstream.lock`, and those of pages to
/// `schema/pages.lock`; prose is stored as hashes only.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask upstream pin 2026-07-27.json
  cargo xtask upstream pin https://api.iamport.kr/api/docs --pages code-info --date 2026-07-27
  cargo xtask upstream pin --pages code-info --date 2026-07-27
  cargo xtask upstream pin --date 2026-07-27 - < description.json")]
struct Pin {
    /// A file, a URL, or `-` for standard input; Swagger 2.0 as JSON or YAML.
    #[arg(value_name = "FILE|URL|-", required_unless_present = "pages")]
    from: Option<String>,
    /// A folder with pages of the docs: those that schema/pages.yaml lists.
    #[arg(long, value_name = "FOLDER")]
    pages: Option<PathBuf>,
    /// Keep the pinned page where one of the folder cannot be read, and name it in a warning.
    #[arg(long, requires = "pages")]
    skip_unreadable_pages: bool,
    /// Date of publication [default: the only date in the name of the file, or of the folder of pages].
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
}

/// Runs the command.
pub fn run(arguments: &UpstreamArguments, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    match &arguments.command {
        UpstreamCommand::Pin(arguments) => pin(arguments, paths),
        UpstreamCommand::Changes(arguments) => changes(arguments),
    }
}

fn changes(arguments: &Changes) -> anyhow::Result<Outcome> {
    let old = upstream_document::read(&arguments.old, None)?;
    let new = upstream_document::read(&arguments.new, None)?;
    let found = upstream::changes(&old.facts, &new.facts);
    findings::show(&found, arguments.format, Words::Changes)?;
    Ok(if found.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// Reads everything before it writes anything.
fn pin(pin: &Pin, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    let date = pin.date.as_ref().map(Date::to_string);
    let read = |from: &String| upstream_document::read(from, date.as_deref());
    let document = pin.from.as_ref().map(read).transpose()?;
    let of_document = document.as_ref().and_then(|document| document.date.clone());
    let date = date.or(of_document).or_else(|| date_of_pages(pin)).context(NO_DATE)?;
    let unreadable = Unreadable::of(pin.skip_unreadable_pages);
    let read = |folder: &PathBuf| docs_pages::read_new(folder, unreadable, paths);
    let pages = pin.pages.as_ref().map(read).transpose()?;
    let (mut targets, mut pinned) = (Vec::new(), Vec::new());
    if let Some(document) = document {
        let facts = &document.facts;
        pinned.push(count(facts.operations.len(), "operation"));
        pinned.push(count(facts.types.len(), "type"));
        let text = upstream::write_lock(document.facts, &date, &document.sha256)?;
        targets.push(Target { path: LOCK.to_owned(), text });
    }
    if let Some(pages) = pages {
        pinned.push(count(pages.len(), "page"));
        let text = pages::write_lock(pages, &date)?;
        targets.push(Target { path: docs_pages::LOCK.to_owned(), text });
    }
    write(targets, paths)?;
    eprintln!("pinned {} of {date}", pinned.join(", "));
    eprintln!("  help: `cargo xtask drift` compares the schema with them");
    Ok(Outcome::Clean)
}

/// The date in the name of the folder of pages, if only pages are pinned.
fn date_of_pages(pin: &Pin) -> Option<String> {
    let pages = pin.pages.as_ref().filter(|_| pin.from.is_none())?;
    only_date_in(pages.file_name()?.to_str()?).map(|date| date.to_string())
}

/// Today would be a guess: the description may be older.
const NO_DATE: &str = "nothing was pinned: the date of publication is unknown\n  help: name it with `--date YYYY-MM-DD`, or in the name of the file";

fn write(targets: Vec<Target>, paths: &ProjectPaths) -> anyhow::Result<()> {
    let folder = paths.schema();
    let failed = || format!("the lock cannot be written to {}", folder.display());
    let plan = Plan::new(&folder, targets, false).with_context(failed)?;
    plan.apply(&paths.stages()).with_context(failed)
}

const LOCK: &str = "upstream.lock";
