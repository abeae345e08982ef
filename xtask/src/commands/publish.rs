//! `cargo xtask publish`: publishes the crates that the registry lacks.

mod index;

use std::process::Command;

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
/// Everything is compiled without a token first; the upload compiles nothing. A crate with an earlier version must require
/// trusted publishing.
///
/// The working tree must be clean, and its commit must have the tag of the version.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask publish --dry-run     # build, but upload nothing
  cargo xtask publish               # with CARGO_REGISTRY_TOKEN, for the first version of a crate

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
    upload(&missing, arguments, paths, &progress).context(
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
        let versions = index.versions(package)?;
        let is_there = versions.contains(&package.version);
        let word = if is_there { "is published" } else { "is missing" };
        progress.note(&format!("{} {} {word}", package.name, package.version));
        if !is_there {
            // The first version of a crate is published with a token; there is nothing to configure before.
            if !versions.is_empty() {
                require_trusted_publishing(package, index, progress)?;
            }
            missing.push(*package);
        }
    }
    Ok(missing)
}

/// Without this setting, a stolen token of an owner could publish.
fn require_trusted_publishing(
    package: &Package,
    index: &Index,
    progress: &Progress,
) -> anyhow::Result<()> {
    let name = &package.name;
    match index.requires_trusted_publishing(package)? {
        Some(true) => Ok(()),
        Some(false) => bail!(
            "{name} can be published with a token of any owner\n  help: at \
             https://crates.io/crates/{name}/settings, add the workflow as a trusted publisher and \
             require trusted publishing (`trustpub_only`)"
        ),
        None => {
            progress.note(&format!("the registry does not say who may publish {name}"));
            Ok(())
        }
    }
}

/// Compiles what would be uploaded, without any token, then uploads it without compiling: no build script of a
/// dependency sees the token.
fn upload(
    missing: &[&Package],
    arguments: &PublishArguments,
    paths: &ProjectPaths,
    progress: &Progress,
) -> anyhow::Result<()> {
    progress.step("Verifying");
    let mut verify = publish(missing, arguments, paths, "--dry-run");
    for (name, _) in std::env::vars_os().filter(|(name, _)| is_secret(&name.to_string_lossy())) {
        verify.env_remove(name);
    }
    cargo::run(&mut verify)?;
    if arguments.dry_run {
        return Ok(());
    }
    progress.step("Uploading");
    cargo::run(&mut publish(missing, arguments, paths, "--no-verify"))
}

/// The variables with which someone could publish, or get a token for it from GitHub.
fn is_secret(name: &str) -> bool {
    let of_cargo = name.starts_with("CARGO_REGISTR") && name.ends_with("_TOKEN");
    of_cargo
        || name.starts_with("ACTIONS_ID_TOKEN_")
        || ["GH_TOKEN", "GITHUB_TOKEN"].contains(&name)
}

/// One call for all packages, in which cargo waits for each before its dependents.
fn publish(
    missing: &[&Package],
    arguments: &PublishArguments,
    paths: &ProjectPaths,
    option: &str,
) -> Command {
    let mut command = cargo::cargo(&paths.project(), &["publish", "--locked", option]);
    for package in missing {
        command.args(["--package", &package.name]);
    }
    if let Some(registry) = &arguments.registry {
        command.args(["--registry", registry]);
    }
    command
}

fn report(published: &[&Package], dry_run: bool) -> String {
    let names: Vec<_> = published.iter().map(|package| package.stem()).collect();
    let word = if dry_run { "would be published" } else { "published" };
    format!("{word}: {}", names.join(", "))
}
