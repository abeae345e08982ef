//! `cargo xtask drift`: how the schema differs from what upstream publishes.

use std::path::Path;
use std::{fs, io};

use anstream::eprintln;
use anyhow::{Context, anyhow};
use clap::Args;
use portone_v1_generator::model::Api;
use portone_v1_generator::places::Places;
use portone_v1_generator::source::Sources;
use portone_v1_generator::upstream::accepted::{self, Accepted};
use portone_v1_generator::upstream::{self, Facts, Finding, fix};

use crate::date::Date;
use crate::findings::{self, Format};
use crate::place::Place;
use crate::{Outcome, document, schema};

/// Compares the schema with upstream's description: the pinned one, or a newer one.
///
/// Every finding has an id, both sides, its place in our schema and YAML to paste; schema/drift.md
/// says more, and documents the JSON.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask drift                                   # against schema/upstream.lock
  cargo xtask drift --from https://api.iamport.kr/api/docs
  cargo xtask drift --from new.json --fix             # put the mechanical part in
  cargo xtask drift --from new.json --format markdown > report.md

Exit codes: 0 no difference, 1 differences or entries of schema/accepted.yaml that match nothing,
2 the two could not be compared.

Differences on purpose belong into schema/accepted.yaml.")]
pub struct Arguments {
    /// A newer description: a file, an address, or `-` for standard input.
    #[arg(long, value_name = "FILE|URL|-")]
    from: Option<String>,
    /// When it was published; found in the file's name, or today, when left out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// Put the mechanical part into the schema; what a person must still write is `TODO`.
    #[arg(long)]
    fix: bool,
    /// How to say it.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

impl Arguments {
    /// With upstream's pinned description, as a terminal shows it.
    pub fn pinned() -> Self {
        Self { from: None, date: None, fix: false, format: Format::Text }
    }
}

/// The two sides of the comparison.
struct Sides {
    before: Option<Facts>,
    now: Facts,
    date: String,
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let (sources, api) = read_schema(place)?;
    let sides = sides(arguments, place)?;
    let mut findings = upstream::compare(&api, sides.before.as_ref(), &sides.now);
    let stale = accept(&mut findings, place)?;
    let places = Places::of(&sources);
    for finding in &mut findings {
        finding.site = places.site(finding);
    }
    findings::show(&findings, arguments.format, "the schema and upstream agree")?;
    complain(&stale);
    if arguments.fix {
        put_in(&findings, &sources, &sides.date, place)?;
    }
    let clean = findings.is_empty() && stale.is_empty();
    Ok(if clean { Outcome::Clean } else { Outcome::Findings })
}

/// What is still `TODO` does not keep anybody from comparing.
fn read_schema(place: &Place) -> anyhow::Result<(Sources, Api)> {
    let sources = Sources::read(&place.schema()).unwrap_or_default();
    if let Ok(api) = upstream::read_schema(&sources) {
        return Ok((sources, api));
    }
    schema::read(place)?;
    Err(anyhow!("the schema has mistakes, so it cannot be compared"))
}

/// The text of a file that need not be there.
fn text_of(path: &Path) -> anyhow::Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("{} cannot be read", path.display())),
    }
}

fn sides(arguments: &Arguments, place: &Place) -> anyhow::Result<Sides> {
    let path = place.schema().join("upstream.lock");
    let damaged = || {
        format!("{} is damaged\n  help: `cargo xtask upstream pin` writes it anew", path.display())
    };
    let lock = match text_of(&path)? {
        Some(text) => Some(upstream::read_lock(&text).with_context(damaged)?),
        None => None,
    };
    let date = arguments.date.as_ref().map(Date::to_string);
    match (&arguments.from, lock) {
        (Some(from), lock) => {
            let document = document::read(from, date.as_deref())?;
            let before = lock.map(|lock| lock.facts);
            Ok(Sides { before, now: document.facts, date: document.date })
        }
        (None, Some(lock)) => Ok(Sides { before: None, now: lock.facts, date: lock.date }),
        (None, None) => Err(anyhow!(
            "there is no {}\n  help: write it with `cargo xtask upstream pin`, or name a description with `--from`",
            path.display()
        )),
    }
}

/// Takes out what is accepted; returns the entries that match nothing any more.
fn accept(findings: &mut Vec<Finding>, place: &Place) -> anyhow::Result<Vec<Accepted>> {
    let path = place.schema().join("accepted.yaml");
    let Some(text) = text_of(&path)? else { return Ok(Vec::new()) };
    let file = accepted::read(&text).map_err(|problem| anyhow!("{}: {problem}", path.display()))?;
    Ok(accepted::apply(&file.drift, findings))
}

fn complain(stale: &[Accepted]) {
    for entry in stale {
        eprintln!(
            "schema/accepted.yaml: `{}` matches nothing any more\n  help: remove the entry",
            entry.id
        );
    }
}

fn put_in(
    findings: &[Finding],
    sources: &Sources,
    date: &str,
    place: &Place,
) -> anyhow::Result<()> {
    let fixed = fix::fix(findings, sources, date);
    for (file, text) in &fixed.files {
        let source = &sources.files[*file];
        let below = source.path.split_once('/').map_or(source.path.as_str(), |(_, below)| below);
        let path = place.schema().join(Path::new(below));
        fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    eprintln!(
        "{} put in, in {}; {} to be put in by hand\n  help: `cargo xtask check` names every `TODO`",
        findings::count(fixed.done.len(), "finding"),
        findings::count(fixed.files.len(), "file"),
        fixed.left.len(),
    );
    Ok(())
}
