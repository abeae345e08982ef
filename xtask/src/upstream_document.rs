//! Upstream's description of the API, from a file, a URL or standard input.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use anstream::eprintln;
use anyhow::{Context, anyhow, bail};
use portone_v1_generator::hashing::sha256;
use portone_v1_generator::sanitize::for_line;
use portone_v1_generator::upstream::{self, Facts};

use crate::date::only_date_in;
use crate::quantity::count;

/// A description that was read.
pub struct UpstreamDocument {
    /// The facts in it.
    pub facts: Facts,
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// The date of its publication, if it is known.
    pub date: Option<String>,
}

/// Reads a description; the date defaults to the only one in the name of the file.
pub fn read(from: &str, date: Option<&str>) -> anyhow::Result<UpstreamDocument> {
    let bytes = bytes(from)?;
    let text = std::str::from_utf8(&bytes).with_context(|| format!("{from} is not UTF-8"))?;
    let document = upstream::read_document(text)
        .map_err(|problem| anyhow!("{from} cannot be read: {problem}"))?;
    if document.hidden > 0 {
        let hidden = count(document.hidden, "hidden node");
        eprintln!("{}: {hidden} ignored", for_line(from));
    }
    let date = date.map(str::to_owned).or_else(|| date_in(from));
    Ok(UpstreamDocument { facts: document.facts, sha256: sha256(&bytes), date })
}

fn bytes(from: &str) -> anyhow::Result<Vec<u8>> {
    if from == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).context("standard input cannot be read")?;
        return Ok(bytes);
    }
    if is_url(from) {
        return fetch(from);
    }
    fs::read(from).with_context(|| format!("{from} cannot be read"))
}

fn is_url(from: &str) -> bool {
    from.starts_with("https://") || from.starts_with("http://")
}

/// Downloads with curl: an HTTP stack would be most of the dependencies of this program.
fn fetch(url: &str) -> anyhow::Result<Vec<u8>> {
    let help = "help: download it and name the file";
    let output = Command::new("curl")
        .args(["--fail", "--silent", "--show-error", "--location", "--max-time", "60"])
        // Redirects must not lead to other protocols.
        .args(["--proto", "=http,https", "--", url])
        .output()
        .with_context(|| format!("curl cannot be started\n  {help}"))?;
    if !output.status.success() {
        let problem = String::from_utf8_lossy(&output.stderr);
        bail!("{url} cannot be fetched: {}\n  {help}", problem.trim());
    }
    Ok(output.stdout)
}

/// The date in the name of a file; folders and queries may be of another day.
fn date_in(from: &str) -> Option<String> {
    let path = if is_url(from) { from.split(['?', '#']).next()? } else { from };
    only_date_in(Path::new(path).file_name()?.to_str()?).map(|date| date.to_string())
}
