//! The sparse index of a registry.

use std::process::Command;

use anyhow::{Context, bail};
use serde::Deserialize;

use crate::cargo_metadata::Package;

const CRATES_IO: &str = "https://index.crates.io";

/// The index of a registry.
pub struct Index {
    url: String,
}

#[derive(Deserialize)]
struct IndexEntry {
    vers: semver::Version,
}

impl Index {
    /// The index at a URL, or the one of crates.io.
    pub fn at(url: Option<&str>) -> Self {
        let url = url.unwrap_or(CRATES_IO);
        Self { url: url.trim_start_matches("sparse+").trim_end_matches('/').to_owned() }
    }

    /// Returns true if the index lists this version of the crate, yanked or not.
    pub fn has(&self, package: &Package) -> anyhow::Result<bool> {
        let url = format!("{}/{}", self.url, path(&package.name));
        let Some(text) = fetch(&url)? else { return Ok(false) };
        let entries = text.lines().filter_map(|line| serde_json::from_str::<IndexEntry>(line).ok());
        Ok(entries.into_iter().any(|entry| entry.vers == package.version))
    }
}

/// The path of a name of four or more letters, in folders of its first four letters.
fn path(name: &str) -> String {
    let letters = |from: usize| name.chars().skip(from).take(2).collect::<String>();
    format!("{}/{}/{name}", letters(0), letters(2))
}

/// Downloads a text with curl; `None` if it does not exist. The status code follows the text.
fn fetch(url: &str) -> anyhow::Result<Option<String>> {
    let options = ["--silent", "--show-error", "--location", "--max-time", "60"];
    let mut curl = Command::new("curl");
    curl.args(options).args(["--proto", "=http,https", "--write-out", "\n%{http_code}", "--", url]);
    let output = curl.output().context("curl cannot be started")?;
    if !output.status.success() {
        let problem = String::from_utf8_lossy(&output.stderr);
        bail!("the index of the registry cannot be read: {}", problem.trim());
    }
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    let (text, code) = output.rsplit_once('\n').unwrap_or(("", &output));
    match code {
        "200" => Ok(Some(text.to_owned())),
        // The status codes of a sparse index for an unknown crate.
        "404" | "410" | "451" => Ok(None),
        code => bail!("{url} responded with status {code}\n  help: try again later"),
    }
}
