//! `cargo xtask publish`: what the registry does not have yet, in order.

mod index;

use anstream::println;
use anyhow::{Context, bail};
use clap::Args;

use crate::git::Repository;
use crate::place::Place;
use crate::progress::Progress;
use crate::workspace::{Package, Workspace};
use crate::{Outcome, cargo};
use index::Index;

/// Publishes the crates, or what is missing after a run that stopped half-way.
///
/// Only from a clean tree whose commit has the version's tag.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask publish --dry-run     # builds, uploads nothing
  cargo xtask publish               # with CARGO_REGISTRY_TOKEN; the release workflow does it

Run it again after a failure: what is there already is left out.")]
pub struct Arguments {
    /// Do everything but upload.
    #[arg(long)]
    dry_run: bool,
    /// Another registry than crates.io, by its name in cargo's configuration.
    #[arg(long, value_name = "NAME", requires = "index")]
    registry: Option<String>,
    /// The address of its sparse index.
    #[arg(long, value_name = "URL", requires = "registry")]
    index: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let progress = Progress::start();
    progress.step("What is to be published");
    let workspace = Workspace::read(&place.project())?;
    let packages = workspace.published()?;
    from_a_release(&Repository::around(&place.project())?, &packages)?;
    let missing = missing(&packages, &Index::at(arguments.index.as_deref()), &progress)?;
    if missing.is_empty() {
        println!("everything is published already");
        return Ok(Outcome::Clean);
    }
    progress.step("Publishing");
    upload(&missing, arguments, place).context(
        "not everything is published\n  help: run the command again; what is there is left out",
    )?;
    println!("{}", report(&missing, arguments.dry_run));
    Ok(Outcome::Clean)
}

/// What is published can never be taken back, so it has to be what everybody can look up.
fn from_a_release(repository: &Repository, packages: &[&Package]) -> anyhow::Result<()> {
    let uncommitted = repository.uncommitted()?;
    if !uncommitted.is_empty() {
        bail!(
            "the working tree has changes that are not committed:\n  {}",
            uncommitted.join("\n  ")
        );
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
        let word = if is_there { "is there already" } else { "is missing" };
        progress.note(&format!("{} {} {word}", package.name, package.version));
        if !is_there {
            missing.push(*package);
        }
    }
    Ok(missing)
}

/// By one command: cargo waits for each before it uploads what depends on it.
fn upload(missing: &[&Package], arguments: &Arguments, place: &Place) -> anyhow::Result<()> {
    let mut command = cargo::cargo(&place.project(), &["publish", "--locked"]);
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
