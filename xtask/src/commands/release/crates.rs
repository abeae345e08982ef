//! The public API of the crates since a release.

use portone_v1_generator::diff::{Level, next_version};
use semver::Version;

use crate::crate_api::{ApiReport, Checkout, compare};
use crate::git::Repository;
use crate::progress::Progress;
use crate::project_paths::ProjectPaths;

/// Compares the commit with the tag of a release. A comparison that fails is an error, unless the wanted version
/// allows any change; the result is `None` then.
pub fn since(
    release: &Version,
    wanted: Option<&Version>,
    repository: &Repository,
    paths: &ProjectPaths,
    progress: &Progress,
) -> anyhow::Result<Option<ApiReport>> {
    let tag = format!("v{release}");
    let compared = Checkout::of_revision(&tag, repository, paths).and_then(|before| {
        let after = Checkout::of_revision("HEAD", repository, paths)?;
        compare(&before, &after, repository, paths, progress)
    });
    let breaking = next_version(release, Level::Major);
    match compared {
        Ok(report) => Ok(Some(report)),
        Err(error) if wanted.is_some_and(|wanted| *wanted >= breaking) => {
            progress.note(&format!("the crates could not be compared with {tag}: {error:#}"));
            Ok(None)
        }
        Err(error) => Err(error.context(format!(
            "the crates could not be compared with {tag}\n  help: `cargo xtask release {breaking}` \
             allows any change"
        ))),
    }
}
