//! Upstream's description: a file, an address or standard input.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, anyhow, bail};
use portone_v1_generator::upstream::{self, Facts};

use crate::date::Date;

/// A document as read.
pub struct Document {
    /// What it says.
    pub facts: Facts,
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// When it was published, as far as can be told.
    pub date: String,
}

/// Reads a document; `date` is given by hand, or found in the file's name, or today.
pub fn read(from: &str, date: Option<&str>) -> anyhow::Result<Document> {
    let bytes = bytes(from)?;
    let text = std::str::from_utf8(&bytes).with_context(|| format!("{from} is not UTF-8"))?;
    let facts = upstream::read_document(text)
        .map_err(|problem| anyhow!("{from} cannot be read: {problem}"))?;
    let date = match date {
        Some(date) => date.to_owned(),
        None => date_in(from).unwrap_or_else(|| Date::today().to_string()),
    };
    Ok(Document { facts, sha256: upstream::sha256(&bytes), date })
}

fn bytes(from: &str) -> anyhow::Result<Vec<u8>> {
    if from == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).context("standard input cannot be read")?;
        return Ok(bytes);
    }
    if from.starts_with("https://") || from.starts_with("http://") {
        return fetch(from);
    }
    fs::read(from).with_context(|| format!("{from} cannot be read"))
}

/// By curl, which is there wherever this runs: the commands are to build fast, and an HTTP stack
/// of their own would be most of their dependencies.
fn fetch(url: &str) -> anyhow::Result<Vec<u8>> {
    let help = "help: download it yourself and give the file";
    let output = Command::new("curl")
        .args(["--fail", "--silent", "--show-error", "--location", "--max-time", "60"])
        // Wherever the address leads, it is to be a document of the web.
        .args(["--proto", "=http,https", "--", url])
        .output()
        .with_context(|| format!("curl cannot be started\n  {help}"))?;
    if !output.status.success() {
        let problem = String::from_utf8_lossy(&output.stderr);
        bail!("{url} cannot be fetched: {}\n  {help}", problem.trim());
    }
    Ok(output.stdout)
}

/// A file called `2026-07-27.json` says its date.
fn date_in(from: &str) -> Option<String> {
    let stem = Path::new(from).file_stem()?.to_str()?;
    stem.parse::<Date>().ok().map(|date| date.to_string())
}
