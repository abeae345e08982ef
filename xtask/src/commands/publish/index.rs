//! The sparse index of a registry.

use std::process::Command;

use anyhow::{Context, bail};
use serde::Deserialize;

use crate::cargo_metadata::Package;

const CRATES_IO: &str = "https://index.crates.io";

const USER_AGENT: &str = "portone-v1-xtask (https://github.com/portone-v1/portone-v1)";

/// The index of a registry.
pub struct Index {
    url: String,
}

#[derive(Deserialize)]
struct IndexEntry {
    vers: semver::Version,
}

/// The `config.json` of an index.
#[derive(Deserialize)]
struct IndexConfig {
    api: Option<String>,
}

/// The used part of a response about a crate.
#[derive(Deserialize)]
struct CrateResponse {
    #[serde(rename = "crate")]
    details: CrateDetails,
}

#[derive(Deserialize)]
struct CrateDetails {
    trustpub_only: Option<bool>,
}

impl Index {
    /// The index at a URL, or the one of crates.io.
    pub fn at(url: Option<&str>) -> Self {
        let url = url.unwrap_or(CRATES_IO);
        Self { url: url.trim_start_matches("sparse+").trim_end_matches('/').to_owned() }
    }

    /// The versions of a crate that the index lists, yanked or not.
    pub fn versions(&self, package: &Package) -> anyhow::Result<Vec<semver::Version>> {
        let url = format!("{}/{}", self.url, path(&package.name));
        let Some(text) = fetch(&url)? else { return Ok(Vec::new()) };
        let entries = text.lines().filter_map(|line| serde_json::from_str::<IndexEntry>(line).ok());
        Ok(entries.map(|entry| entry.vers).collect())
    }

    /// Returns true if the registry rejects versions of a crate that a token of a person publishes; `None` if the
    /// registry does not say.
    pub fn requires_trusted_publishing(&self, package: &Package) -> anyhow::Result<Option<bool>> {
        let config = fetch(&format!("{}/config.json", self.url))?.unwrap_or_default();
        let config: Option<IndexConfig> = serde_json::from_str(&config).ok();
        let Some(api) = config.and_then(|config| config.api) else { return Ok(None) };
        let url = format!("{}/api/v1/crates/{}", api.trim_end_matches('/'), package.name);
        let response = fetch(&url)?.unwrap_or_default();
        let response: Option<CrateResponse> = serde_json::from_str(&response).ok();
        Ok(response.and_then(|response| response.details.trustpub_only))
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
    // The API of crates.io rejects requests without a name to turn to.
    curl.args(options).args(["--user-agent", USER_AGENT]).args([
        "--proto",
        "=http,https",
        "--write-out",
        "\n%{http_code}",
        "--",
        url,
    ]);
    let output = curl.output().context("curl cannot be started")?;
    if !output.status.success() {
        let problem = String::from_utf8_lossy(&output.stderr);
        bail!("the registry cannot be read: {}", problem.trim());
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
