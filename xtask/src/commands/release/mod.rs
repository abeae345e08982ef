//! `cargo xtask release`: the next version in the working tree, ready to be committed.

mod changelog;
mod checks;
mod entries;
mod next;
mod since;
mod versions;
mod write;

use anstream::{eprintln, print, println};
use anyhow::Context;
use clap::Args;
use portone_v1_generator::output::Plan;
use semver::Version;

use crate::Outcome;
use crate::date::Date;
use crate::findings::count;
use crate::git::Repository;
use crate::place::Place;
use crate::progress::Progress;
use since::Since;

/// Checks everything, then writes the next version into CHANGELOG.md, the manifests and lock files.
///
/// The version is the least that the changes of the schema since the last release allow. A run that
/// fails leaves the tree as it was.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask release --dry-run     # what would be written?
  cargo xtask release               # the least version that the changes allow
  cargo xtask release 1.0.0         # a greater one

The diff sees the schema. What changed by hand in runtime/ stands under Unreleased in CHANGELOG.md,
and is yours to judge.")]
pub struct Arguments {
    /// The version; the least that the changes allow when left out.
    version: Option<Version>,
    /// Run every step, print what would be written, and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// The branch that releases are made from.
    #[arg(long, value_name = "NAME", default_value = "main")]
    branch: String,
    /// The day of the release; today, when left out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// For rehearsals, which are tests themselves.
    #[arg(long, hide = true)]
    skip_tests: bool,
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let progress = Progress::start();
    progress.step("The working tree");
    let repository = Repository::around(&place.project())?;
    checks::tree(&repository, &arguments.branch)?;
    if !checks::pass(arguments.skip_tests, place, &progress)? {
        eprintln!("nothing is released, and nothing was changed");
        return Ok(Outcome::Findings);
    }
    let (version, plan) = plan(arguments, place, &repository, &progress)?;
    if arguments.dry_run {
        print!("{}", plan.diff());
        let files = count(plan.changed(), "file");
        println!("{version} would be written into {files}; nothing was changed");
        return Ok(Outcome::Clean);
    }
    plan.apply().context("nothing was changed: the release could not be written")?;
    println!("{}", commands(&version, &arguments.branch));
    Ok(Outcome::Clean)
}

fn plan(
    arguments: &Arguments,
    place: &Place,
    repository: &Repository,
    progress: &Progress,
) -> anyhow::Result<(Version, Plan)> {
    progress.step("The changes since the last release");
    let date = arguments.date.clone().unwrap_or_else(Date::today).to_string();
    let since = Since::read(repository, place, &date)?;
    progress.note(&since.summary());
    let files = write::Files::read(&place.project())?;
    let current = versions::current(&files.manifest)?;
    let version = next::choose(arguments.version.as_ref(), &since, &current)?;
    progress.note(&format!("the next version is {version}"));
    let plan = files.plan(&current, &version, &since, &date)?;
    Ok((version, plan))
}

/// What is left for a person: nothing leaves the machine by itself.
fn commands(version: &Version, branch: &str) -> String {
    format!(
        "{version} is written. Read `git diff`, then:\n  \
         git commit --all --message \"Release {version}\"\n  \
         cargo xtask package\n  \
         git tag v{version}\n  \
         git push --atomic origin {branch} v{version}\n\
         The tag starts .github/workflows/release.yml, which publishes."
    )
}
