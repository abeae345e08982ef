//! `cargo xtask publish`: publishes the crates that the registry lacks.

mod index;

use anstream::println;
use anyhow::{Context, bail};
use clap::Args;

use crate::cargo;
use crate::cargo_metadata::{Package, Workspace};
use crate::git::Repository;
use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::project_paths::ProjectPaths;
use index::Index;

/// Publishes the crates that the registry lacks, in the order of their dependencies.
///
/// The working tree must be clean, and its commit must have the tag of the version.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask publish --dry-run     # build, but upload nothing
  cargo xtask publish               # with CARGO_REGISTRY_TOKEN; the release workflow does it

Run it again after a failure: published crates are skipped.")]
pub struct PublishArguments {
    /// Build, but upload nothing.
    #[arg(long)]
    dry_run: bool,
    /// Name of a registry in cargo's configuration [default: crates.io].
    #[arg(long, value_name = "NAME", requires = "index")]
    registry: Option<String>,
    /// URL of the sparse index of the registry.
    #[arg(long, value_name = "URL", requires = "registry")]
    index: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &PublishArguments, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    let progress = Progress::start();
    progress.step("Missing packages");
    let workspace = Workspace::read(&paths.project())?;
    let packages = workspace.published()?;
    require_release(&Repository::around(&paths.project())?, &packages)?;
    let missing = missing(&packages, &Index::at(arguments.index.as_deref()), &progress)?;
    if missing.is_empty() {
        println!("every package is published already");
        return Ok(Outcome::Clean);
    }
    progress.step("Publishing");
    upload(&missing, arguments, paths).context(
        "publishing failed\n  help: run the command again; published packages are skipped",
    )?;
    println!("{}", report(&missing, arguments.dry_run));
    Ok(Outcome::Clean)
}

/// Publishing is irreversible, so the source must be a tagged commit.
fn require_release(repository: &Repository, packages: &[&Package]) -> anyhow::Result<()> {
    let uncommitted = repository.uncommitted()?;
    if !uncommitted.is_empty() {
        bail!("the working tree has uncommitted changes:\n  {}", uncommitted.join("\n  "));
    }
    let tags = repository.releases_here()?;
    match packages.iter().find(|package| !tags.contains(&package.version)) {
        Some(Package { version, .. }) => bail!(
            "this commit has no tag `v{version}`\n  help: `git checkout v{version}`, or release it first"
        ),
        None => Ok(()),
    }
}

fn missing<'p>(
    packages: &[&'p Package],
    index: &Index,
    progress: &Progress,
) -> anyhow::Result<Vec<&'p Package>> {
    let mut missing = Vec::new();
    for package in packages {
        let is_there = index.has(package)?;
        let word = if is_there { "is published" } else { "is missing" };
        progress.note(&format!("{} {} {word}", package.name, package.version));
        if !is_there {
            missing.push(*package);
        }
    }
    Ok(missing)
}

/// Uploads all in one call, in which cargo waits for each crate before its dependents.
fn upload(
    missing: &[&Package],
    arguments: &PublishArguments,
    paths: &ProjectPaths,
) -> anyhow::Result<()> {
    let mut command = cargo::cargo(&paths.project(), &["publish", "--locked"]);
    for package in missing {
        command.args(["--package", &package.name]);
    }
    if let Some(registry) = &arguments.registry {
        command.args(["--registry", registry]);
    }
    if arguments.dry_run {
        command.arg("--dry-run");
    }
    cargo::run(&mut command)
}

fn report(published: &[&Package], dry_run: bool) -> String {
    let names: Vec<_> = published.iter().map(|package| package.stem()).collect();
    let word = if dry_run { "would be published" } else { "published" };
    format!("{word}: {}", names.join(", "))
}
