//! `cargo xtask release`: writes the next version to the working tree.

mod changelog;
mod changes;
mod checks;
mod crates;
mod entries;
mod files;
pub mod history;
mod interrupted;
mod next_version;
mod verdict;
mod versions;

use std::fs;

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
use changes::SchemaChanges;
use files::ReleaseFiles;
use history::ReleaseHistory;
use verdict::ReleaseVerdict;

/// Checks everything, then writes the next version to CHANGELOG.md, README.md, the manifest and the lock
/// files.
///
/// The version defaults to the lowest that the changes since the last stable release allow: those of the
/// schema, and those of the public API of the crates. A failed run
/// leaves the working tree unchanged, and a run after an interrupted one completes it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask release --dry-run     # print the changes and write nothing
  cargo xtask release               # the lowest version that the changes allow
  cargo xtask release 1.0.0         # a higher one
  cargo xtask release --notes 0.2.0 # its section of the changelog

The graver of both verdicts decides: that on the schema, and that on the public API of the crates, which
`cargo xtask api` lists. The changelog gets the changes of the schema; write others under Unreleased.")]
pub struct ReleaseArguments {
    /// Version [default: the lowest that the changes allow].
    version: Option<Version>,
    /// Print the changes instead of writing them.
    #[arg(long)]
    dry_run: bool,
    /// Print the section of the version in CHANGELOG.md, and write nothing.
    #[arg(long, requires = "version")]
    notes: bool,
    /// Say that there was no release before, where tags cannot prove it.
    #[arg(long)]
    first: bool,
    /// Branch that releases are made from.
    #[arg(long, value_name = "NAME", default_value = "main")]
    branch: String,
    /// Date of the release [default: today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// Skip the tests, for tests of this command.
    #[arg(long, hide = true)]
    skip_tests: bool,
    /// Skip the comparison of the crates, for tests of this command.
    #[arg(long, hide = true)]
    skip_crates: bool,
}

/// Runs the command.
pub fn run(arguments: &ReleaseArguments, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    if let (true, Some(version)) = (arguments.notes, &arguments.version) {
        return notes(version, paths);
    }
    let progress = Progress::start();
    progress.step("The working tree");
    let repository = Repository::around(&paths.project())?;
    checks::branch(&repository, &arguments.branch)?;
    let files = ReleaseFiles::committed(&repository, &paths.project())?;
    let history = ReleaseHistory::read(&repository, &files.changelog, arguments.first, &progress)?;
    let uncommitted = repository.uncommitted()?;
    if !uncommitted.is_empty() {
        let wanted = arguments.version.as_ref();
        let (version, plan) =
            interrupted::remaining(&uncommitted, wanted, &files, &history, paths)?;
        let state = match plan.changed() {
            0 => "is written already",
            _ => "was interrupted and is completed",
        };
        progress.note(&format!("{version} {state}"));
        return write(&version, &plan, arguments, paths);
    }
    if !checks::pass(arguments.skip_tests, paths, &progress)? {
        eprintln!("release stopped; no file was changed");
        return Ok(Outcome::Findings);
    }
    let (version, plan) = plan(arguments, &repository, &files, &history, paths, &progress)?;
    write(&version, &plan, arguments, paths)
}

/// Prints the section of a version.
fn notes(version: &Version, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    let path = paths.project().join("CHANGELOG.md");
    let changelog = fs::read_to_string(&path);
    let changelog = changelog.with_context(|| format!("{} cannot be read", path.display()))?;
    let section = changelog::section(&changelog, version);
    let section = section.with_context(|| format!("CHANGELOG.md has no section of {version}"))?;
    print!("{section}");
    Ok(Outcome::Clean)
}

fn plan(
    arguments: &ReleaseArguments,
    repository: &Repository,
    files: &ReleaseFiles,
    history: &ReleaseHistory,
    paths: &ProjectPaths,
    progress: &Progress,
) -> anyhow::Result<(Version, Plan)> {
    progress.step("The changes since the last release");
    let since_base = history.base().map(|base| SchemaChanges::since(base, paths)).transpose()?;
    let verdict = verdict(arguments, since_base.as_ref(), repository, paths, progress)?;
    let current = versions::current(&files.manifest)?;
    let wanted = arguments.version.as_ref();
    let version = next_version::choose(wanted, history, verdict.level, &verdict.reason, &current)?;
    progress.note(&verdict.reason);
    progress.note(&format!("the next version is {version}"));
    let since_last = SchemaChanges::since_last(history, since_base, paths)?;
    let date = arguments.date.clone().unwrap_or_else(Date::today).to_string();
    let plan = files.plan(&version, since_last.as_ref(), &date)?;
    Ok((version, plan))
}

/// The verdict on everything since the release whose users count.
fn verdict(
    arguments: &ReleaseArguments,
    schema: Option<&SchemaChanges>,
    repository: &Repository,
    paths: &ProjectPaths,
    progress: &Progress,
) -> anyhow::Result<ReleaseVerdict> {
    let Some(schema) = schema else { return Ok(ReleaseVerdict::of_first_release()) };
    progress.note(&schema.summary());
    if arguments.skip_crates {
        progress.note("the crates are not compared");
        return Ok(ReleaseVerdict::graver(schema, None));
    }
    let wanted = arguments.version.as_ref();
    let crates = crates::since(&schema.release, wanted, repository, paths, progress)?;
    if let Some(crates) = &crates {
        progress.note(&crates.summary());
    }
    Ok(ReleaseVerdict::graver(schema, crates.as_ref()))
}

fn write(
    version: &Version,
    plan: &Plan,
    arguments: &ReleaseArguments,
    paths: &ProjectPaths,
) -> anyhow::Result<Outcome> {
    if arguments.dry_run {
        print!("{}", plan.diff());
        let files = count(plan.changed(), "file");
        println!("{version} would be written to {files}; no file was changed");
        return Ok(Outcome::Clean);
    }
    let failed = "the release could not be written; no file was changed";
    plan.apply(&paths.stages()).context(failed)?;
    println!("{}", next_steps(version, &arguments.branch));
    Ok(Outcome::Clean)
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
