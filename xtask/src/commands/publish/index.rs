//! What a registry has, by its sparse index.

use std::process::Command;

use anyhow::{Context, bail};
use serde::Deserialize;

use crate::workspace::Package;

const CRATES_IO: &str = "https://index.crates.io";

/// The index of a registry.
pub struct Index {
    url: String,
}

#[derive(Deserialize)]
struct Entry {
    vers: semver::Version,
}

impl Index {
    /// At an address, or that of crates.io.
    pub fn at(url: Option<&str>) -> Self {
        let url = url.unwrap_or(CRATES_IO);
        Self { url: url.trim_start_matches("sparse+").trim_end_matches('/').to_owned() }
    }

    /// Whether this version of this crate is there. A withdrawn one is there too.
    pub fn has(&self, package: &Package) -> anyhow::Result<bool> {
        let url = format!("{}/{}", self.url, path(&package.name));
        let Some(text) = fetch(&url)? else { return Ok(false) };
        let entries = text.lines().filter_map(|line| serde_json::from_str::<Entry>(line).ok());
        Ok(entries.into_iter().any(|entry| entry.vers == package.version))
    }
}

/// Names of four letters and more, which ours are, lie in folders of their first four.
fn path(name: &str) -> String {
    let letters = |from: usize| name.chars().skip(from).take(2).collect::<String>();
    format!("{}/{}/{name}", letters(0), letters(2))
}

/// The text at an address, `None` when there is nothing. By curl, as elsewhere; the code of the
/// answer follows the text.
fn fetch(url: &str) -> anyhow::Result<Option<String>> {
    let options = ["--silent", "--show-error", "--location", "--max-time", "60"];
    let mut curl = Command::new("curl");
    curl.args(options).args(["--proto", "=http,https", "--write-out", "\n%{http_code}", "--", url]);
    let output = curl.output().context("curl cannot be started")?;
    if !output.status.success() {
        let problem = String::from_utf8_lossy(&output.stderr);
        bail!("the registry cannot be asked what it has: {}", problem.trim());
    }
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    let (text, code) = output.rsplit_once('\n').unwrap_or(("", &output));
    match code {
        "200" => Ok(Some(text.to_owned())),
        // The three by which a sparse index says that it has no such crate.
        "404" | "410" | "451" => Ok(None),
        code => bail!("{url} answered with {code}\n  help: try again later"),
    }
}
