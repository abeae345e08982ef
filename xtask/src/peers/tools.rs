//! Installing peers. What is there already is not installed again.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use super::catalogue::{Peer, Registry};
use crate::cargo;

/// Installs a peer below a folder; returns its program.
pub fn install(peer: &Peer, tools: &Path) -> anyhow::Result<PathBuf> {
    let home = tools.join(format!("{}-{}", peer.package, peer.version));
    let program = home.join("bin").join(peer.program);
    if peer.registry == Registry::Python {
        find_java()?;
    }
    if !program.exists() {
        match peer.registry {
            Registry::Crates => from_crates_io(peer, tools, &home),
            Registry::Python => from_pypi(peer, &home),
        }?;
    }
    Ok(program)
}

/// The peers share what they depend on, so they are built in one place.
fn from_crates_io(peer: &Peer, tools: &Path, home: &Path) -> anyhow::Result<()> {
    let mut command = cargo::cargo(tools.parent().unwrap_or(tools), &["install", "--locked"]);
    command.args(["--version", peer.version, peer.package]);
    command.arg("--root").arg(home).arg("--target-dir").arg(tools.join("build"));
    cargo::run(&mut command)
}

fn from_pypi(peer: &Peer, home: &Path) -> anyhow::Result<()> {
    let mut venv = Command::new("python3");
    cargo::run(venv.args(["-m", "venv"]).arg(home))
        .context("it comes from PyPI, which needs Python 3 with venv")?;
    let mut pip = Command::new(home.join("bin").join("pip"));
    pip.args(["install", "--quiet", "--disable-pip-version-check"]);
    cargo::run(pip.arg(format!("{}=={}", peer.package, peer.version)))
}

fn find_java() -> anyhow::Result<()> {
    let mut java = Command::new("java");
    java.arg("-version").stdout(Stdio::null()).stderr(Stdio::null());
    match java.status() {
        Ok(status) if status.success() => Ok(()),
        _ => bail!("there is no Java\n  help: install a Java runtime, 11 or newer"),
    }
}
