//! `cargo xtask release`: writes the next version to the working tree.

mod changelog;
mod changes_since_tag;
mod checks;
mod entries;
mod files;
mod next_version;
mod versions;

use anstream::{eprintln, print, println};
use anyhow::Context;
use clap::Args;
use portone_v1_generator::output::Plan;
use semver::Version;

use crate::date::Date;
use crate::git::Repository;
use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::project_paths::ProjectPaths;
use crate::quantity::count;
use changes_since_tag::ChangesSinceTag;

/// Checks everything, then writes the next version to CHANGELOG.md, README.md, the manifest and the lock
/// files.
///
/// The version defaults to the lowest that the schema changes since the last release allow. A failed run
/// leaves the working tree unchanged.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask release --dry-run     # print the changes and write nothing
  cargo xtask release               # the lowest version that the changes allow
  cargo xtask release 1.0.0         # a higher one

Only the schema is compared. Changes of runtime/ are listed under Unreleased in CHANGELOG.md; choose
a higher version if they require it.")]
pub struct ReleaseArguments {
    /// Version [default: the lowest that the changes allow].
    version: Option<Version>,
    /// Print the changes instead of writing them.
    #[arg(long)]
    dry_run: bool,
    /// Branch that releases are made from.
    #[arg(long, value_name = "NAME", default_value = "main")]
    branch: String,
    /// Date of the release [default: today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// Skip the tests, for tests of this command.
    #[arg(long, hide = true)]
    skip_tests: bool,
}

/// Runs the command.
pub fn run(arguments: &ReleaseArguments, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    let progress = Progress::start();
    progress.step("The working tree");
    let repository = Repository::around(&paths.project())?;
    checks::tree(&repository, &arguments.branch)?;
    if !checks::pass(arguments.skip_tests, paths, &progress)? {
        eprintln!("release stopped; no file was changed");
        return Ok(Outcome::Findings);
    }
    let (version, plan) = plan(arguments, paths, &repository, &progress)?;
    if arguments.dry_run {
        print!("{}", plan.diff());
        let files = count(plan.changed(), "file");
        println!("{version} would be written to {files}; no file was changed");
        return Ok(Outcome::Clean);
    }
    plan.apply(&paths.stages()).context("the release could not be written; no file was changed")?;
    println!("{}", next_steps(&version, &arguments.branch));
    Ok(Outcome::Clean)
}

fn plan(
    arguments: &ReleaseArguments,
    paths: &ProjectPaths,
    repository: &Repository,
    progress: &Progress,
) -> anyhow::Result<(Version, Plan)> {
    progress.step("The changes since the last release");
    let date = arguments.date.clone().unwrap_or_else(Date::today).to_string();
    let since = ChangesSinceTag::read(repository, paths, &date)?;
    progress.note(&since.summary());
    let files = files::ReleaseFiles::read(&paths.project())?;
    let current = versions::current(&files.manifest)?;
    let version = next_version::choose(arguments.version.as_ref(), &since, &current)?;
    progress.note(&format!("the next version is {version}"));
    let plan = files.plan(&current, &version, &since, &date)?;
    Ok((version, plan))
}

/// The remaining steps, which a person carries out.
fn next_steps(version: &Version, branch: &str) -> String {
    format!(
        "{version} is written. Read `git diff`, then:\n  \
         git commit --all --message \"Release {version}\"\n  \
         cargo xtask package\n  \
         git tag v{version}\n  \
         git push --atomic origin {branch} v{version}\n\
         The tag starts .github/workflows/release.yml, which publishes."
    )
}
