//! What changed since the last release.

use anyhow::anyhow;
use portone_v1_generator::diff::{self, Change, Level};
use portone_v1_generator::model::Api;
use portone_v1_generator::source::Sources;
use portone_v1_generator::upstream;
use semver::Version;

use crate::git::Repository;
use crate::place::Place;
use crate::side::Side;

/// The last release, and the changes of the schema after it.
pub struct Since {
    /// Its version; `None` before the first release, when everything is new.
    pub last: Option<Version>,
    /// The changes, the gravest first.
    pub changes: Vec<Change>,
}

impl Since {
    /// Compares the working tree with the tag of the last release.
    pub fn read(repository: &Repository, place: &Place) -> anyhow::Result<Self> {
        let last = repository.last_release()?;
        let changes = match &last {
            Some(last) => changes(&format!("v{last}"), place)?,
            None => Vec::new(),
        };
        Ok(Self { last, changes })
    }

    /// What all changes together ask of the next version.
    pub fn level(&self) -> Level {
        diff::level(&self.changes)
    }

    /// One line for people.
    pub fn summary(&self) -> String {
        match &self.last {
            None => "there is no tag `v*`: this is the first release, and everything is new".into(),
            Some(last) => {
                let (count, level) = (self.changes.len(), self.level().word());
                format!("since v{last}: {count} changes of the schema, {level} at most")
            }
        }
    }
}

fn changes(tag: &str, place: &Place) -> anyhow::Result<Vec<Change>> {
    let schema = Repository::around(&place.schema())?;
    let commit = schema.resolve(tag)?;
    let before = Side::of_commit(tag, &commit, "schema", &schema)?;
    let after = Sources::read(&place.schema())?;
    Ok(diff::compare(&model(tag, &before.sources)?, &model("the working tree", &after)?))
}

fn model(name: &str, sources: &Sources) -> anyhow::Result<Api> {
    let unreadable = |_| {
        anyhow!(
            "the schema at `{name}` is not one that this generator reads\n  help: name the version \
             yourself and write the changelog by hand"
        )
    };
    upstream::read_schema(sources).map_err(unreadable)
}
