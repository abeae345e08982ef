//! `cargo xtask diff`: what a change of the schema means for those who use the crate.

use anyhow::Context;
use clap::{Args, ValueEnum};
use portone_v1_generator::diff::Level;
use portone_v1_generator::diff::report::{self, Report};

use crate::comparison::Comparison;
use crate::date::Date;
use crate::place::Place;
use crate::{Outcome, colour, print};

/// Compares the schema with an earlier one: what breaks, for whom, and the version to come.
///
/// BASE and HEAD are revisions of git, or folders: a schema's, or one that holds it in `schema/`.
/// `A...B` is the last commit that both have in common. schema/diff.md says more, and documents the
/// JSON.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask diff                              # your branch and your edits, against `main`
  cargo xtask diff v0.1.0                       # since a release
  cargo xtask diff v0.1.0 v0.2.0
  cargo xtask diff ../other-checkout .          # two folders; no git needed
  cargo xtask diff origin/main... --format markdown > comment.md
  cargo xtask diff --fail-on never --format json | jq .next_version
  cargo xtask diff --rules                      # every rule, with its reason

Exit codes: 0 no change as grave as --fail-on, 1 there is one, or an entry of schema/accepted.yaml
has expired or matches nothing, 2 the two could not be compared.

Changes on purpose belong into schema/accepted.yaml, under `diff`.")]
pub struct Arguments {
    /// The earlier schema [default: the merge base of HEAD with `main`, or else `origin/main`].
    base: Option<String>,
    /// The later schema [default: the working tree].
    head: Option<String>,
    /// How to say it.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// The least grave change that makes the command exit with 1.
    #[arg(long, value_enum, value_name = "LEVEL", default_value = "major")]
    fail_on: FailOn,
    /// Print the rules; compare nothing.
    #[arg(long, conflicts_with_all = ["base", "head", "fail_on"])]
    rules: bool,
    /// The day by which entries of schema/accepted.yaml expire.
    #[arg(long, hide = true, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal.
    Text,
    /// For a comment on a pull request.
    Markdown,
    /// For programs; schema/diff.md lists the keys.
    Json,
    /// Annotations of the changed lines, for a step in GitHub Actions.
    Github,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Programs may have to change.
    Major,
    /// Something new can be done.
    Minor,
    /// Anything that asks for a new version.
    Patch,
    /// Exit with 0 unless the two could not be compared.
    Never,
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    if arguments.rules {
        print::print(&rules(arguments.format)).context("the rules could not be printed")?;
        return Ok(Outcome::Clean);
    }
    let report = compare(arguments, place).context("the two could not be compared")?;
    let text = shown(&report, arguments.format);
    print::print(&text).context("the changes could not be printed")?;
    let fails = arguments.fail_on.level().is_some_and(|least| report.fails(least));
    Ok(if fails { Outcome::Findings } else { Outcome::Clean })
}

fn compare(arguments: &Arguments, place: &Place) -> anyhow::Result<Report> {
    let (base, head) = (arguments.base.as_deref(), arguments.head.as_deref());
    let today = arguments.today.clone().unwrap_or_else(Date::today);
    Comparison::read(base, head, place)?.report(&today.to_string())
}

fn shown(report: &Report, format: Format) -> String {
    match format {
        Format::Text => report::text(report, &colour::of_level),
        Format::Markdown => report::markdown(report),
        Format::Json => format!("{:#}\n", report::json(report)),
        Format::Github => report::annotations(report),
    }
}

fn rules(format: Format) -> String {
    match format {
        Format::Text | Format::Github => report::rules_text(),
        Format::Markdown => report::rules_markdown(),
        Format::Json => format!("{:#}\n", report::rules_json()),
    }
}

impl FailOn {
    fn level(self) -> Option<Level> {
        match self {
            Self::Major => Some(Level::Major),
            Self::Minor => Some(Level::Minor),
            Self::Patch => Some(Level::Patch),
            Self::Never => None,
        }
    }
}
