//! CHANGELOG.md, in the form of Keep a Changelog.

use anyhow::{Context, bail};
use semver::Version;

use super::entries::FIRST;

/// The order of the headings; other headings follow.
const ORDER: [&str; 7] = [FIRST, "Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

const UNRELEASED: &str = "## [Unreleased]\n";

/// The release as the changelog records it.
pub struct ChangelogRelease<'r> {
    /// `0.2.0`
    pub version: &'r Version,
    /// `0.1.0`, if there was one.
    pub last: Option<&'r Version>,
    /// The date.
    pub date: &'r str,
    /// The URL of the repository.
    pub repository: &'r str,
    /// Each entry with its heading.
    pub entries: Vec<(&'static str, String)>,
}

impl ChangelogRelease<'_> {
    /// The changelog with the text under `Unreleased` and the entries moved to this release.
    pub fn into(self, changelog: &str) -> anyhow::Result<String> {
        let (text, links) = without_links(changelog);
        let (head, after) = text
            .split_once(UNRELEASED)
            .with_context(|| format!("CHANGELOG.md has no line `{}`", UNRELEASED.trim()))?;
        let (unreleased, earlier) =
            after.split_at(after.find("\n## ").map_or(after.len(), |at| at + 1));
        let mut notes = Notes::read(unreleased);
        for (heading, entry) in &self.entries {
            notes.add(heading, entry);
        }
        if notes.is_empty() {
            bail!(
                "there is nothing to release\n  help: describe the changes under `Unreleased` in CHANGELOG.md"
            )
        }
        let Self { version, date, .. } = &self;
        let links = self.links(links);
        let notes = notes.text();
        Ok(format!("{head}{UNRELEASED}\n## [{version}] - {date}\n{notes}\n{earlier}{links}"))
    }

    /// The links behind `[Unreleased]` and the versions.
    fn links(&self, old: Vec<&str>) -> String {
        let Self { version, last, repository, .. } = self;
        let here = match last {
            Some(last) => format!("{repository}/compare/v{last}...v{version}"),
            None => format!("{repository}/releases/tag/v{version}"),
        };
        let mut links = vec![
            format!("[Unreleased]: {repository}/compare/v{version}...HEAD"),
            format!("[{version}]: {here}"),
        ];
        let earlier = old.into_iter().filter(|link| !link.starts_with("[Unreleased]"));
        links.extend(earlier.map(str::to_owned));
        links.join("\n") + "\n"
    }
}

/// The text under the heading of a version, without the heading.
pub fn section(changelog: &str, version: &Version) -> Option<String> {
    let (text, _) = without_links(changelog);
    let (_, after) = text.split_once(&format!("\n## [{version}] - "))?;
    let (_, body) = after.split_once('\n')?;
    let body = body.split("\n## ").next().unwrap_or(body);
    Some(body.trim().to_owned() + "\n")
}

/// The versions that have a heading, `## [0.2.0] - 2026-12-01`, in the order of the file.
pub fn versions(changelog: &str) -> Vec<Version> {
    headings(changelog).map(|(version, _)| version).collect()
}

/// Each version with its date.
pub fn headings(changelog: &str) -> impl Iterator<Item = (Version, &str)> {
    changelog.lines().filter_map(|line| {
        let (version, date) = line.strip_prefix("## [")?.split_once("] - ")?;
        Some((Version::parse(version).ok()?, date.trim_end()))
    })
}

/// The text and the links at its end.
fn without_links(changelog: &str) -> (String, Vec<&str>) {
    let is_link = |line: &&str| line.starts_with('[') && line.contains("]: http");
    let links = changelog.lines().filter(is_link).collect();
    let text: Vec<_> = changelog.lines().filter(|line| !is_link(line)).collect();
    (text.join("\n").trim_end().to_owned() + "\n\n", links)
}

/// The text of one version: an introduction, and the text under each heading.
struct Notes {
    intro: String,
    sections: Vec<(String, String)>,
}

impl Notes {
    fn read(text: &str) -> Self {
        let mut parts = format!("\n{text}");
        let rest = parts.find("\n### ").map(|at| parts.split_off(at)).unwrap_or_default();
        let section = |part: &str| {
            let (heading, body) = part.split_once('\n').unwrap_or((part, ""));
            (heading.trim().to_owned(), body.trim().to_owned() + "\n")
        };
        let sections = rest.split("\n### ").skip(1).map(section).collect();
        Self { intro: parts.trim().to_owned(), sections }
    }

    fn add(&mut self, heading: &str, entry: &str) {
        match self.sections.iter_mut().find(|(known, _)| known == heading) {
            Some((_, body)) => body.push_str(entry),
            None => self.sections.push((heading.to_owned(), entry.to_owned())),
        }
    }

    fn is_empty(&self) -> bool {
        self.intro.is_empty() && self.sections.iter().all(|(_, body)| body.trim().is_empty())
    }

    fn text(mut self) -> String {
        let rank = |heading: &str| ORDER.iter().position(|known| *known == heading);
        self.sections.sort_by_key(|(heading, _)| rank(heading).unwrap_or(ORDER.len()));
        let sections =
            self.sections.iter().map(|(heading, body)| format!("\n### {heading}\n\n{body}"));
        let sections: String = sections.collect();
        match self.intro.as_str() {
            "" => sections,
            intro => format!("\n{intro}\n{sections}"),
        }
    }
}
