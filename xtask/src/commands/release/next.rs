//! The next version.

use anyhow::bail;
use portone_v1_generator::diff::{Level, next_version};
use semver::{BuildMetadata, Prerelease, Version};

use super::since::Since;

/// The wanted version, or the least when none is wanted; fails when it promises too much.
pub fn choose(
    wanted: Option<&Version>,
    since: &Since,
    current: &Version,
) -> anyhow::Result<Version> {
    let least = least(since, current);
    let Some(wanted) = wanted else { return Ok(least) };
    let is_newer = since.last.as_ref().is_none_or(|last| wanted > last);
    if is_newer && core(wanted) >= least {
        return Ok(wanted.clone());
    }
    bail!(
        "{wanted} is too small: the least version is {least}\n  {}\n  \
         help: leave the version out, or name a greater one",
        reason(since)
    )
}

/// Before the first release the manifest says it. Every release after it has a number of its own.
fn least(since: &Since, current: &Version) -> Version {
    match &since.last {
        None => current.clone(),
        Some(last) => next_version(last, since.level().max(Level::Patch)),
    }
}

/// `0.2.0-rc.1` may stand for everything that 0.2.0 may.
fn core(version: &Version) -> Version {
    Version { pre: Prerelease::EMPTY, build: BuildMetadata::EMPTY, ..version.clone() }
}

fn reason(since: &Since) -> String {
    match since.changes.first() {
        Some(gravest) => format!(
            "the gravest change is {}: {} (`{}`)",
            gravest.level().word(),
            gravest.rule.what,
            gravest.pointer
        ),
        None => since.summary(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(wanted: &str, last: Option<&str>) -> Option<String> {
        let version = |text: &str| Version::parse(text).unwrap();
        let since = Since { last: last.map(version), changes: Vec::new() };
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
