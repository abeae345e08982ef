//! The severity of a change, and the next version.

use semver::{BuildMetadata, Prerelease, Version};

/// The part of the next version that a change increases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing.
    None,
    /// Users need not do anything, and there are no new features.
    Patch,
    /// New features; programs need not change.
    Minor,
    /// Breaking: programs may have to change.
    Major,
}

impl Level {
    /// The word in lower case: `major`.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// The next version by cargo's rules: the first number other than 0 is the one that a breaking change
/// increments, so 0.3.1 is followed by 0.4.0, and 0.0.4 by 0.0.5.
pub fn next_version(current: &Version, level: Level) -> Version {
    if level == Level::None {
        return current.clone();
    }
    if !current.pre.is_empty() {
        return Version { pre: next_prerelease(&current.pre), ..released(current) };
    }
    let (major, minor, patch) = (current.major, current.minor, current.patch);
    match (level, major, minor) {
        (Level::Major, 1.., _) => Version::new(major + 1, 0, 0),
        (Level::Major, 0, 1..) => Version::new(0, minor + 1, 0),
        (Level::Minor, 1.., _) => Version::new(major, minor + 1, 0),
        _ => Version::new(major, minor, patch + 1),
    }
}

fn released(version: &Version) -> Version {
    Version { build: BuildMetadata::EMPTY, ..version.clone() }
}

/// A pre-release is incremented at any level: `alpha.1` is followed by `alpha.2`.
fn next_prerelease(pre: &Prerelease) -> Prerelease {
    let text = pre.as_str();
    let (head, last) = text.rsplit_once('.').unwrap_or(("", text));
    let next = match (last.parse::<u64>(), head) {
        (Ok(number), "") => (number + 1).to_string(),
        (Ok(number), head) => format!("{head}.{}", number + 1),
        (Err(_), _) => format!("{text}.1"),
    };
    Prerelease::new(&next).unwrap_or_else(|_| pre.clone())
}
