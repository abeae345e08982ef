//! `cargo xtask drift`: reports differences between the schema and upstream's description.

mod apply;

use std::path::PathBuf;

use anstream::eprintln;
use anyhow::{Context, anyhow};
use clap::Args;
use portone_v1_generator::model::Api;
use portone_v1_generator::sanitize::{for_line, for_terminal};
use portone_v1_generator::source::Sources;
use portone_v1_generator::suppressions;
use portone_v1_generator::upstream::{self, Facts, Finding, Words, pages, suppression};

use crate::date::Date;
use crate::docs_pages::Unreadable;
use crate::findings::{self, FindingsFormat};
use crate::optional_file::text_of;
use crate::outcome::Outcome;
use crate::project_paths::ProjectPaths;
use crate::{docs_pages, schema, upstream_document};

/// Compares the schema with upstream's description: the pinned one, or a newer one.
///
/// Every finding has an id, both values, its location in the schema and suggested YAML; schema/drift.md
/// has the details and documents the JSON.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask drift                                   # against schema/upstream.lock
  cargo xtask drift --from https://api.iamport.kr/api/docs
  cargo xtask drift --from new.json --pages code-info # and the pages with code tables
  cargo xtask drift --from new.json --old old.json    # with the words that differ in edited texts
  cargo xtask drift --from 2026-07-27.json --fix      # apply the mechanical part
  cargo xtask drift --from new.json --format markdown > report.md

Exit codes: 0 no differences, 1 differences, or entries of schema/suppressions.yaml that match nothing
or accept other values, 2 the comparison failed.

Suppress intended differences in schema/suppressions.yaml.")]
pub struct DriftArguments {
    /// A newer description: a file, a URL, or `-` for standard input.
    #[arg(long, value_name = "FILE|URL|-")]
    from: Option<String>,
    /// A folder with newer pages of the docs: those that schema/pages.yaml lists.
    #[arg(long, value_name = "FOLDER")]
    pages: Option<PathBuf>,
    /// Compare with the pinned page where one of the folder cannot be read, and name it in a warning.
    #[arg(long, requires = "pages")]
    skip_unreadable_pages: bool,
    /// The description that the lock was written from, if it was kept: the words that differ are shown.
    #[arg(long, value_name = "FILE|URL", requires = "from")]
    old: Option<String>,
    /// Date of publication, for `--fix` [default: the only date in the file name; without `--from`,
    /// that of the lock].
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// Apply the mechanical part to the schema; `TODO` marks the rest.
    #[arg(long)]
    fix: bool,
    /// Output format.
    #[arg(long, value_enum, default_value = "text")]
    format: FindingsFormat,
}

impl DriftArguments {
    /// A comparison with the pinned description, as text.
    pub fn pinned() -> Self {
        Self {
            from: None,
            old: None,
            pages: None,
            skip_unreadable_pages: false,
            date: None,
            fix: false,
            format: FindingsFormat::Text,
        }
    }
}

/// The descriptions to compare with.
struct Descriptions {
    before: Option<Facts>,
    now: Facts,
    date: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &DriftArguments, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    let (sources, api) = read_schema(paths)?;
    let sides = sides(arguments, paths)?;
    let mut findings = upstream::compare(&api, sides.before.as_ref(), &sides.now);
    findings.extend(code_tables(arguments, paths, &api, &sides.now)?);
    let mut findings = upstream::in_order(findings);
    let problems = suppress(&mut findings, paths)?;
    upstream::locate(&mut findings, &sources);
    findings::show(&findings, arguments.format, Words::Drift)?;
    for problem in &problems {
        eprintln!("schema/suppressions.yaml: {}", for_terminal(problem));
    }
    if arguments.fix {
        apply::apply(&findings, &sources, sides.date.as_deref(), paths)?;
    }
    let clean = findings.is_empty() && problems.is_empty();
    Ok(if clean { Outcome::Clean } else { Outcome::Findings })
}

/// The differences of the code tables from the pages of the docs.
fn code_tables(
    arguments: &DriftArguments,
    paths: &ProjectPaths,
    api: &Api,
    description: &Facts,
) -> anyhow::Result<Vec<Finding>> {
    let unreadable = Unreadable::of(arguments.skip_unreadable_pages);
    let Some(found) = docs_pages::read(arguments.pages.as_deref(), unreadable, paths)? else {
        return Ok(Vec::new());
    };
    let findings = pages::compare(api, &found.map, found.before.as_ref(), &found.now, description);
    findings.map_err(|problem| anyhow!("schema/pages.yaml: {problem}"))
}

/// Reads the schema, in which `TODO` is allowed.
fn read_schema(paths: &ProjectPaths) -> anyhow::Result<(Sources, Api)> {
    let sources = Sources::read(&paths.schema()).unwrap_or_default();
    if let Ok(api) = upstream::read_schema(&sources) {
        return Ok((sources, api));
    }
    schema::read(paths)?;
    Err(anyhow!("the schema has errors, so it cannot be compared"))
}

fn sides(arguments: &DriftArguments, paths: &ProjectPaths) -> anyhow::Result<Descriptions> {
    let path = paths.schema().join("upstream.lock");
    let damaged = || {
        format!(
            "{} is damaged or of another version\n  help: `cargo xtask upstream pin` writes it again",
            path.display()
        )
    };
    let lock = match text_of(&path)? {
        Some(text) => Some(upstream::read_lock(&text).with_context(damaged)?),
        None => None,
    };
    let date = arguments.date.as_ref().map(Date::to_string);
    match (&arguments.from, lock) {
        (Some(from), lock) => {
            let document = upstream_document::read(from, date.as_deref())?;
            let before = before(arguments.old.as_deref(), lock.map(|lock| lock.facts))?;
            Ok(Descriptions { before, now: document.facts, date: document.date })
        }
        (None, Some(lock)) => {
            let date = date.or(Some(lock.date));
            Ok(Descriptions { before: None, now: lock.facts, date })
        }
        (None, None) => Err(anyhow!(
            "there is no {}\n  help: write it with `cargo xtask upstream pin`, or name a description with `--from`",
            path.display()
        )),
    }
}

/// The pinned description, with its texts if it was kept.
fn before(old: Option<&str>, pinned: Option<Facts>) -> anyhow::Result<Option<Facts>> {
    let Some(old) = old else { return Ok(pinned) };
    let facts = upstream_document::read(old, None)?.facts;
    if pinned.is_some_and(|pinned| pinned != facts) {
        eprintln!(
            "warning: {} is not the description that schema/upstream.lock was written from",
            for_line(old)
        );
    }
    Ok(Some(facts))
}

/// Removes suppressed findings; returns the problems of entries that are stale or accept other values.
fn suppress(findings: &mut Vec<Finding>, paths: &ProjectPaths) -> anyhow::Result<Vec<String>> {
    let path = paths.schema().join("suppressions.yaml");
    let Some(text) = text_of(&path)? else { return Ok(Vec::new()) };
    let file =
        suppressions::read(&text).map_err(|problem| anyhow!("{}: {problem}", path.display()))?;
    Ok(suppression::apply(&file.drift, findings))
}
