//! `cargo xtask diff`: reports the effect of schema changes on users of the crate.

use anyhow::Context;
use clap::{Args, ValueEnum};
use portone_v1_generator::diff::Level;
use portone_v1_generator::diff::report::{self, Problems, Report};

use crate::comparison::{Comparison, not_compared};
use crate::date::Date;
use crate::outcome::Outcome;
use crate::project_paths::ProjectPaths;
use crate::{colour, print};

/// Compares the schema with an earlier one: breaking changes, affected users and the next version.
///
/// BASE and HEAD are revisions of git, or folders that contain a schema, themselves or in `schema/`.
/// `A...B` is the merge base of both. schema/diff.md has the details and documents the JSON.
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

Exit codes: 0 no change of the severity --fail-on or above, 1 such a change, or an entry of
schema/suppressions.yaml that has expired or matches nothing, 2 the schemas could not be compared;
what is wrong with them is in the output of every format.

Suppress intended changes in schema/suppressions.yaml, under `diff`.")]
pub struct DiffArguments {
    /// The earlier schema [default: the merge base of HEAD with `main`, or else `origin/main`].
    base: Option<String>,
    /// The later schema [default: the working tree].
    head: Option<String>,
    /// Output format.
    #[arg(long, value_enum, default_value = "text")]
    format: ReportFormat,
    /// Minimum severity that fails the check.
    #[arg(long, value_enum, value_name = "LEVEL", default_value = "major")]
    fail_on: FailOn,
    /// Print the rules instead of a comparison.
    #[arg(long, conflicts_with_all = ["base", "head", "fail_on"])]
    rules: bool,
    /// The date that decides which entries of schema/suppressions.yaml have expired.
    #[arg(long, hide = true, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ReportFormat {
    /// Text for a terminal
    Text,
    /// Markdown for a comment on a pull request
    Markdown,
    /// JSON; schema/diff.md lists the keys
    Json,
    /// Annotations of the changed lines for GitHub Actions
    Github,
}

/// The minimum severity that fails a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Breaking changes
    Major,
    /// Additions, and breaking changes
    Minor,
    /// Anything that requires a new version
    Patch,
    /// Nothing: exit with 0 unless the comparison itself fails
    Never,
}

/// Runs the command.
pub fn run(arguments: &DiffArguments, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    if arguments.rules {
        print::print(&rules(arguments.format)).context("the rules could not be printed")?;
        return Ok(Outcome::Clean);
    }
    const FAILED: &str = "the schemas could not be compared";
    let report = match compare(arguments, paths).context(FAILED)? {
        Ok(report) => report,
        Err(problems) => {
            print::print(&shown_problems(&problems, arguments.format))
                .context("the errors could not be printed")?;
            return Err(not_compared(&problems).context(FAILED));
        }
    };
    let text = shown(&report, arguments.format);
    print::print(&text).context("the changes could not be printed")?;
    let fails = arguments.fail_on.level().is_some_and(|least| report.fails(least));
    Ok(if fails { Outcome::Findings } else { Outcome::Clean })
}

fn compare(
    arguments: &DiffArguments,
    paths: &ProjectPaths,
) -> anyhow::Result<Result<Report, Problems>> {
    let (base, head) = (arguments.base.as_deref(), arguments.head.as_deref());
    let today = arguments.today.clone().unwrap_or_else(Date::today);
    Comparison::read(base, head, paths)?.report(&today.to_string())
}

fn shown(report: &Report, format: ReportFormat) -> String {
    match format {
        ReportFormat::Text => report::text(report, &colour::of_level),
        ReportFormat::Markdown => report::markdown(report),
        ReportFormat::Json => format!("{:#}\n", report::json(report)),
        ReportFormat::Github => report::annotations(report),
    }
}

/// On a terminal, the errors are on standard error already.
fn shown_problems(problems: &Problems, format: ReportFormat) -> String {
    match format {
        ReportFormat::Text => String::new(),
        ReportFormat::Markdown => report::problems_markdown(problems),
        ReportFormat::Json => format!("{:#}\n", report::problems_json(problems)),
        ReportFormat::Github => report::problem_annotations(problems),
    }
}

fn rules(format: ReportFormat) -> String {
    match format {
        ReportFormat::Text | ReportFormat::Github => report::rules_text(),
        ReportFormat::Markdown => report::rules_markdown(),
        ReportFormat::Json => format!("{:#}\n", report::rules_json()),
    }
}

impl FailOn {
    /// The level; none if nothing fails.
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Major => Some(Level::Major),
            Self::Minor => Some(Level::Minor),
            Self::Patch => Some(Level::Patch),
            Self::Never => None,
        }
    }
}
