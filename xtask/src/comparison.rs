//! Two sides of a comparison, as a command line names them.

use std::path::Path;

use anyhow::{anyhow, bail};
use portone_v1_generator::diff::report::{Report, Sites, entries};
use portone_v1_generator::diff::{self, accepted::Intended};
use portone_v1_generator::model::Api;
use portone_v1_generator::upstream::{self, accepted};

use crate::git::Repository;
use crate::place::Place;
use crate::schema;
use crate::side::Side;

/// The branches that work starts from, the nearer first.
const TRUNKS: [&str; 2] = ["main", "origin/main"];

/// An earlier schema and a later one.
pub struct Comparison {
    before: Side,
    after: Side,
}

impl Comparison {
    /// Reads both sides; what is not named is the usual.
    pub fn read(base: Option<&str>, head: Option<&str>, place: &Place) -> anyhow::Result<Self> {
        let before = match base {
            Some(base) => named(base, place)?,
            None => merge_base(place)?,
        };
        let after = match head {
            Some(head) => named(head, place)?,
            None => Side::of_schema("the working tree", &place.schema())?,
        };
        Ok(Self { before, after })
    }

    /// What changed, judged by what the later side accepts.
    pub fn report(self, today: &str) -> anyhow::Result<Report> {
        let Self { before, after } = self;
        let (old, new) = (earlier(&before)?, later(&after)?);
        let sites = Sites::new(&new, &after.sources);
        let mut report = Report {
            entries: entries(diff::compare(&old, &new), &sites),
            version: before.version,
            before: before.name,
            after: after.name,
            faults: Vec::new(),
        };
        let accepted = intended(after.accepted.as_deref())
            .map_err(|problem| anyhow!("schema/accepted.yaml: {problem}"))?;
        // What an earlier version of this tool wrote may not be readable any more.
        let known = intended(before.accepted.as_deref()).unwrap_or_default();
        report.accept(&accepted, &known, today);
        Ok(report)
    }
}

fn intended(text: Option<&str>) -> Result<Vec<Intended>, String> {
    Ok(accepted::read(text.unwrap_or_default())?.diff)
}

/// A side by its name. Only what looks like a path is a folder where both could be meant.
fn named(name: &str, place: &Place) -> anyhow::Result<Side> {
    let is_path = name.starts_with(['.', '/']) || Path::new(name).is_absolute();
    if is_path && Path::new(name).is_dir() {
        return Side::of_folder(name);
    }
    match commit(name, place) {
        Err(_) if Path::new(name).is_dir() => Side::of_folder(name),
        Err(error) => Err(error),
        Ok((commit, repository)) => Side::of_commit(name, &commit, &repository),
    }
}

fn commit(name: &str, place: &Place) -> anyhow::Result<(String, Repository)> {
    let repository = Repository::around(&place.schema())?;
    let head = |name: &str| if name.is_empty() { "HEAD".to_owned() } else { name.to_owned() };
    let commit = match name.split_once("...") {
        Some((left, right)) => repository.merge_base(&head(left), &head(right))?,
        None => repository.resolve(name)?,
    };
    Ok((commit, repository))
}

fn merge_base(place: &Place) -> anyhow::Result<Side> {
    let repository = Repository::around(&place.schema())?;
    for trunk in TRUNKS {
        if repository.find(trunk)?.is_some() {
            let commit = repository.merge_base(trunk, "HEAD")?;
            return Side::of_commit(&format!("{trunk}...HEAD"), &commit, &repository);
        }
    }
    bail!(
        "there is neither `main` nor `origin/main` to compare with\n  {}",
        repository.help("help: name a base: `cargo xtask diff HEAD~1`")
    )
}

/// An earlier schema may be written in a language that this generator has forgotten.
fn earlier(side: &Side) -> anyhow::Result<Api> {
    upstream::read_schema(&side.sources).map_err(|found| {
        schema::show(&found, &side.sources);
        anyhow!(
            "the schema at `{}` is not one that this generator reads: it is older than the schema \
             language, or had mistakes\n  help: name a newer base, or compare with the generator of \
             that time",
            side.name
        )
    })
}

fn later(side: &Side) -> anyhow::Result<Api> {
    upstream::read_schema(&side.sources).map_err(|found| {
        schema::show(&found, &side.sources);
        anyhow!(
            "the schema at `{}` has mistakes\n  help: `cargo xtask check` names them",
            side.name
        )
    })
}
