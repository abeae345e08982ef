//! The next version.

use anyhow::bail;
use portone_v1_generator::diff::{Level, next_version};
use semver::{BuildMetadata, Prerelease, Version};

use super::history::ReleaseHistory;

/// The wanted version, or the lowest allowed one; fails if the wanted version is too low. The level is that of
/// the changes since `history.base()`, and the reason explains it.
pub fn choose(
    wanted: Option<&Version>,
    history: &ReleaseHistory,
    level: Level,
    reason: &str,
    current: &Version,
) -> anyhow::Result<Version> {
    let least = least(history, level, current);
    let Some(wanted) = wanted else { return Ok(least) };
    let is_newer = history.last.as_ref().is_none_or(|last| wanted > last);
    if is_newer && core(wanted) >= core(&least) {
        return Ok(wanted.clone());
    }
    bail!(
        "{wanted} is too low: the lowest allowed version is {least}\n  {reason}\n  \
         help: omit the version, or name a higher one"
    )
}

/// The lowest allowed version: the one in the manifest before the first release; otherwise high enough for the
/// users of the last stable release, and higher than the last release.
fn least(history: &ReleaseHistory, level: Level, current: &Version) -> Version {
    let Some(last) = &history.last else { return current.clone() };
    let after_last = next_version(last, Level::Patch);
    let after_stable =
        history.stable.as_ref().map(|stable| next_version(stable, level.max(Level::Patch)));
    match after_stable {
        // The changes since a pre-release may break it; those since the stable release must not.
        Some(least) if core(&after_last) < least => least,
        _ => after_last,
    }
}

/// The version without pre-release: `0.2.0-rc.1` may contain the same changes as 0.2.0.
fn core(version: &Version) -> Version {
    Version { pre: Prerelease::EMPTY, build: BuildMetadata::EMPTY, ..version.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        Version::parse(text).unwrap()
    }

    fn chosen(wanted: &str, releases: [&str; 2], level: Level) -> Option<String> {
        let [stable, last] = releases.map(|text| (!text.is_empty()).then(|| version(text)));
        let history = ReleaseHistory { last: last.or(stable.clone()), stable };
        let wanted = (!wanted.is_empty()).then(|| version(wanted));
        let chosen = choose(wanted.as_ref(), &history, level, "", &version("0.1.0"));
        chosen.ok().map(|version| version.to_string())
    }

    #[test]
    fn the_first_release_is_what_the_manifest_says() {
        assert_eq!(chosen("", ["", ""], Level::None).as_deref(), Some("0.1.0"));
        assert_eq!(chosen("0.0.9", ["", ""], Level::None), None);
    }

    #[test]
    fn a_release_without_changes_of_the_schema_has_a_number_of_its_own() {
        assert_eq!(chosen("", ["0.1.0", ""], Level::None).as_deref(), Some("0.1.1"));
        assert_eq!(chosen("0.1.0", ["0.1.0", ""], Level::None), None);
    }

    #[test]
    fn a_greater_version_is_for_people_to_choose() {
        let released = ["0.1.0", ""];
        assert_eq!(chosen("1.0.0", released, Level::None).as_deref(), Some("1.0.0"));
        assert_eq!(chosen("1.0.0-rc.1", released, Level::None).as_deref(), Some("1.0.0-rc.1"));
        assert_eq!(chosen("1.0.0-rc.1", ["0.1.0", "1.0.0-rc.2"], Level::None), None);
    }

    #[test]
    fn after_a_pre_release_the_stable_release_counts() {
        let released = ["0.1.0", "0.1.1-rc.1"];
        assert_eq!(chosen("", released, Level::Patch).as_deref(), Some("0.1.1-rc.2"));
        assert_eq!(chosen("0.1.1", released, Level::Patch).as_deref(), Some("0.1.1"));
        assert_eq!(chosen("", released, Level::Major).as_deref(), Some("0.2.0"));
        assert_eq!(chosen("0.1.1", released, Level::Major), None);
        assert_eq!(chosen("0.2.0-rc.1", released, Level::Major).as_deref(), Some("0.2.0-rc.1"));
        // A pre-release that was high enough stays so.
        let released = ["0.1.0", "0.2.0-rc.1"];
        assert_eq!(chosen("", released, Level::Major).as_deref(), Some("0.2.0-rc.2"));
        assert_eq!(chosen("0.2.0", released, Level::Major).as_deref(), Some("0.2.0"));
    }
}
