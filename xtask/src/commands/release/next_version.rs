//! The next version.

use anyhow::bail;
use portone_v1_generator::diff::{Level, next_version};
use semver::{BuildMetadata, Prerelease, Version};

use super::changes_since_tag::ChangesSinceTag;

/// The wanted version, or the lowest allowed one; fails if the wanted version is too low.
pub fn choose(
    wanted: Option<&Version>,
    since: &ChangesSinceTag,
    current: &Version,
) -> anyhow::Result<Version> {
    let least = least(since, current);
    let Some(wanted) = wanted else { return Ok(least) };
    let is_newer = since.last.as_ref().is_none_or(|last| wanted > last);
    if is_newer && core(wanted) >= least {
        return Ok(wanted.clone());
    }
    bail!(
        "{wanted} is too low: the lowest allowed version is {least}\n  {}\n  \
         help: omit the version, or name a higher one",
        reason(since)
    )
}

/// The lowest allowed version: the one in the manifest before the first release, or else a higher one than
/// the last.
fn least(since: &ChangesSinceTag, current: &Version) -> Version {
    match &since.last {
        None => current.clone(),
        Some(last) => next_version(last, since.level().max(Level::Patch)),
    }
}

/// The version without pre-release: `0.2.0-rc.1` may contain the same changes as 0.2.0.
fn core(version: &Version) -> Version {
    Version { pre: Prerelease::EMPTY, build: BuildMetadata::EMPTY, ..version.clone() }
}

fn reason(since: &ChangesSinceTag) -> String {
    match since.changes.first() {
        Some(most_severe) => format!(
            "the most severe change is {}: {} (`{}`)",
            most_severe.level().word(),
            most_severe.rule.what,
            most_severe.pointer
        ),
        None => since.summary(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(wanted: &str, last: Option<&str>) -> Option<String> {
        let version = |text: &str| Version::parse(text).unwrap();
        let since = ChangesSinceTag { last: last.map(version), changes: Vec::new() };
        let wanted = (!wanted.is_empty()).then(|| version(wanted));
        let chosen = choose(wanted.as_ref(), &since, &version("0.1.0"));
        chosen.ok().map(|version| version.to_string())
    }

    #[test]
    fn the_first_release_is_what_the_manifest_says() {
        assert_eq!(chosen("", None).as_deref(), Some("0.1.0"));
        assert_eq!(chosen("0.0.9", None), None);
    }

    #[test]
    fn a_release_without_changes_of_the_schema_has_a_number_of_its_own() {
        assert_eq!(chosen("", Some("0.1.0")).as_deref(), Some("0.1.1"));
        assert_eq!(chosen("0.1.0", Some("0.1.0")), None);
    }

    #[test]
    fn a_greater_version_is_for_people_to_choose() {
        assert_eq!(chosen("1.0.0", Some("0.1.0")).as_deref(), Some("1.0.0"));
        assert_eq!(chosen("1.0.0-rc.1", Some("0.1.0")).as_deref(), Some("1.0.0-rc.1"));
        assert_eq!(chosen("1.0.0-rc.1", Some("1.0.0-rc.2")), None);
    }
}
