//! Installation of peers. An installed version is not installed again.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use super::list::{Peer, Registry};
use crate::cargo;

/// Installs a peer below a folder and returns its program.
pub fn install(peer: &Peer, tools: &Path) -> anyhow::Result<PathBuf> {
    let home = tools.join(format!("{}-{}", peer.package, peer.version));
    let program = home.join("bin").join(peer.program);
    if peer.registry == Registry::PyPi {
        find_java()?;
    }
    if !program.exists() {
        match peer.registry {
            Registry::CratesIo => from_crates_io(peer, tools, &home),
            Registry::PyPi => from_pypi(peer, &home),
        }?;
    }
    Ok(program)
}

/// The peers share dependencies, so one target folder serves all of them.
fn from_crates_io(peer: &Peer, tools: &Path, home: &Path) -> anyhow::Result<()> {
    let mut command = cargo::cargo(tools.parent().unwrap_or(tools), &["install", "--locked"]);
    command.args(["--version", peer.version, peer.package]);
    command.arg("--root").arg(home).arg("--target-dir").arg(tools.join("build"));
    cargo::run(&mut command)
}

fn from_pypi(peer: &Peer, home: &Path) -> anyhow::Result<()> {
    let mut venv = Command::new("python3");
    cargo::run(venv.args(["-m", "venv"]).arg(home))
        .context("packages from PyPI need Python 3 with venv")?;
    let mut pip = Command::new(home.join("bin").join("pip"));
    pip.args(["install", "--quiet", "--disable-pip-version-check"]);
    cargo::run(pip.arg(format!("{}=={}", peer.package, peer.version)))
}

fn find_java() -> anyhow::Result<()> {
    let mut java = Command::new("java");
    java.arg("-version").stdout(Stdio::null()).stderr(Stdio::null());
    match java.status() {
        Ok(status) if status.success() => Ok(()),
        _ => bail!("Java is not installed\n  help: install a Java runtime, version 11 or newer"),
    }
}
