//! `cargo xtask api`: compares the public API of the published crates with an earlier revision.

use std::fmt::Write;

use anstream::println;
use anyhow::Context;
use clap::{Args, ValueEnum};
use portone_v1_generator::diff::{Level, next_version};
use semver::Version;

use super::diff::FailOn;
use super::release::history::ReleaseHistory;
use crate::crate_api::{ApiChange, ApiReport, Checkout, compare};
use crate::git::Repository;
use crate::outcome::Outcome;
use crate::print;
use crate::progress::Progress;
use crate::project_paths::ProjectPaths;

/// Compares the public API of the published crates with an earlier revision: what a change of the generator or
/// of the runtime does to programs.
///
/// Both sides are compiled with all features, and with the default ones. A changed line counts as breaking, even where programs would
/// compile.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask api                       # since the last stable release
  cargo xtask api origin/main...        # your branch and your edits
  cargo xtask api v0.1.0 v0.2.0
  cargo xtask api --fail-on never --format markdown > summary.md

Exit codes: 0 no change of the severity --fail-on or above, 1 such a change, 2 the crates could not be
compared.")]
pub struct ApiArguments {
    /// The earlier revision [default: the last stable release].
    base: Option<String>,
    /// The later revision [default: the working tree].
    head: Option<String>,
    /// Output format.
    #[arg(long, value_enum, default_value = "text")]
    format: ApiFormat,
    /// Minimum severity that fails the check.
    #[arg(long, value_enum, value_name = "LEVEL", default_value = "major")]
    fail_on: FailOn,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ApiFormat {
    /// Text for a terminal
    Text,
    /// Markdown for a summary on GitHub
    Markdown,
}

/// Runs the command.
pub fn run(arguments: &ApiArguments, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    let progress = Progress::start();
    let repository = Repository::around(&paths.project())?;
    let Some(base) = base(arguments, &repository, paths, &progress)? else {
        println!("there is no release yet: nothing is compared");
        return Ok(Outcome::Clean);
    };
    progress.step("The public API of the crates");
    let before = Checkout::of_revision(&base, &repository, paths)?;
    let after = match &arguments.head {
        Some(head) => Checkout::of_revision(head, &repository, paths)?,
        None => Checkout::of_working_tree(paths),
    };
    let report = compare(&before, &after, &repository, paths, &progress)
        .context("the crates could not be compared")?;
    let text = match arguments.format {
        ApiFormat::Text => text(&report),
        ApiFormat::Markdown => markdown(&report),
    };
    let text = text + &next(&base, &report).unwrap_or_default();
    print::print(&text).context("the changes could not be printed")?;
    let fails = arguments.fail_on.level().is_some_and(|least| report.level() >= least);
    Ok(if fails { Outcome::Findings } else { Outcome::Clean })
}

fn base(
    arguments: &ApiArguments,
    repository: &Repository,
    paths: &ProjectPaths,
    progress: &Progress,
) -> anyhow::Result<Option<String>> {
    if let Some(base) = &arguments.base {
        return Ok(Some(base.clone()));
    }
    let changelog = std::fs::read_to_string(paths.project().join("CHANGELOG.md"));
    let changelog = changelog.context("CHANGELOG.md cannot be read")?;
    let history = ReleaseHistory::read(repository, &changelog, false, progress)?;
    Ok(history.base().map(|version| format!("v{version}")))
}

/// The least next version, if the base is a release.
fn next(base: &str, report: &ApiReport) -> Option<String> {
    let release: Version = base.strip_prefix('v')?.parse().ok()?;
    let next = next_version(&release, report.level().max(Level::Patch));
    Some(format!("\nThe crates ask for {next} or higher; the schema may ask for more.\n"))
}

fn text(report: &ApiReport) -> String {
    let mut text = format!("{} → {}\n", report.summary(), report.after);
    for change in &report.changes {
        let _ = writeln!(text, "  {}", change.line());
    }
    text
}

fn markdown(report: &ApiReport) -> String {
    let mut text = format!("## Public API: {} → {}\n", report.summary(), report.after);
    for level in [Level::Major, Level::Minor] {
        let of_level = |change: &&ApiChange| change.level == level;
        let changes: Vec<_> = report.changes.iter().filter(of_level).collect();
        if !changes.is_empty() {
            let _ = writeln!(text, "\n**{}**\n\n```text", level.word());
            for change in changes {
                let _ = writeln!(text, "{}: {}", change.package, change.text);
            }
            text.push_str("```\n");
        }
    }
    text
}
