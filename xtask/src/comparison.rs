//! A comparison of two schemas.

use std::path::Path;

use anyhow::{anyhow, bail};
use portone_v1_generator::diagnostics::Diagnostic;
use portone_v1_generator::diff::report::{Locations, Origin, Problems, Report, entries};
use portone_v1_generator::diff::{self, Change, suppression::DiffSuppression};
use portone_v1_generator::{suppressions, upstream};

use crate::git::Repository;
use crate::project_paths::ProjectPaths;
use crate::schema;
use crate::schema_origin;
use crate::schema_revision::{SchemaRevision, UnreadableSchema};

/// The branches that work starts from, in order of preference.
const TRUNKS: [&str; 2] = ["main", "origin/main"];

/// An earlier schema and a later one.
pub struct Comparison {
    before: SchemaRevision,
    after: SchemaRevision,
    origin: Origin,
}

impl Comparison {
    /// Reads both schemas; the defaults are the merge base with `main` and the working tree.
    pub fn read(
        base: Option<&str>,
        head: Option<&str>,
        paths: &ProjectPaths,
    ) -> anyhow::Result<Self> {
        let before = match base {
            Some(base) => named(base, paths)?,
            None => merge_base(paths)?,
        };
        let after = match head {
            Some(head) => named(head, paths)?,
            None => SchemaRevision::of_working_tree(&paths.schema())?,
        };
        let origin = schema_origin::of(&before, &after, paths);
        Ok(Self { before, after, origin })
    }

    /// All changes. Diagnostics of an earlier schema that cannot be read are not shown.
    pub fn changes(&self) -> anyhow::Result<Vec<Change>> {
        let old = upstream::read_earlier_schema(&self.before.sources);
        let old = old.map_err(|_| unreadable(&self.before))?;
        let new = upstream::read_schema(&self.after.sources).map_err(|found| {
            schema::show(&found, &self.after.sources);
            invalid(&self.after)
        })?;
        Ok(diff::compare(&old, &new))
    }

    /// The changes, and which of them the later schema suppresses; or the errors of a schema that cannot be
    /// compared, which are shown.
    pub fn report(self, today: &str) -> anyhow::Result<Result<Report, Problems>> {
        let Self { before, after, origin } = self;
        // The later schema first: its errors can be repaired.
        let new = match upstream::read_schema(&after.sources) {
            Ok(api) => api,
            Err(found) => return Ok(Err(problems(after, false, origin, found))),
        };
        let old = match upstream::read_earlier_schema(&before.sources) {
            Ok(api) => api,
            Err(found) => return Ok(Err(problems(before, true, origin, found))),
        };
        let old_locations = Locations::new(&old, &before.sources);
        let locations = Locations::new(&new, &after.sources);
        let mut report = Report {
            entries: entries(diff::compare(&old, &new), &old_locations, &locations),
            version: before.version,
            before: before.name,
            after: after.name,
            origin,
            suppression_errors: Vec::new(),
        };
        let suppressions = suppressions_in(after.suppressions.as_deref())
            .map_err(|problem| anyhow!("schema/suppressions.yaml: {problem}"))?;
        // The file may have the format of an earlier version of this tool.
        let known = suppressions_in(before.suppressions.as_deref()).unwrap_or_default();
        report.suppress(&suppressions, &known, today);
        Ok(Ok(report))
    }
}

fn suppressions_in(text: Option<&str>) -> Result<Vec<DiffSuppression>, String> {
    Ok(suppressions::read(text.unwrap_or_default())?.diff)
}

/// The schema of a revision or a folder. A name that could be both is a revision, unless it looks like a path.
fn named(name: &str, paths: &ProjectPaths) -> anyhow::Result<SchemaRevision> {
    let is_path = name.starts_with(['.', '/']) || Path::new(name).is_absolute();
    if is_path && Path::new(name).is_dir() {
        return SchemaRevision::of_folder(name);
    }
    match commit(name, paths) {
        Err(_) if Path::new(name).is_dir() => SchemaRevision::of_folder(name),
        Err(error) => Err(error),
        Ok((commit, repository)) => SchemaRevision::of_commit(name, &commit, &repository),
    }
}

fn commit(name: &str, paths: &ProjectPaths) -> anyhow::Result<(String, Repository)> {
    let repository = Repository::around(&paths.schema())?;
    Ok((repository.resolve_range(name)?, repository))
}

fn merge_base(paths: &ProjectPaths) -> anyhow::Result<SchemaRevision> {
    let repository = Repository::around(&paths.schema())?;
    for trunk in TRUNKS {
        if repository.find(trunk)?.is_some() {
            let commit = repository.merge_base(trunk, "HEAD")?;
            return SchemaRevision::of_commit(&format!("{trunk}...HEAD"), &commit, &repository);
        }
    }
    bail!(
        "there is no branch `main` or `origin/main` to compare with\n  {}",
        repository.help("help: name a base: `cargo xtask diff HEAD~1`")
    )
}

fn problems(
    side: SchemaRevision,
    is_base: bool,
    origin: Origin,
    found: Vec<Diagnostic>,
) -> Problems {
    schema::show(&found, &side.sources);
    let SchemaRevision { name, sources, .. } = side;
    Problems { name, is_base, origin, found, sources }
}

/// An earlier schema may use keys that this generator does not support any more.
fn unreadable(side: &SchemaRevision) -> anyhow::Error {
    anyhow::Error::new(UnreadableSchema(unreadable_text(&side.name)))
}

fn invalid(side: &SchemaRevision) -> anyhow::Error {
    anyhow!(invalid_text(&side.name))
}

/// The error for schemas that were not compared.
pub fn not_compared(problems: &Problems) -> anyhow::Error {
    match problems.is_base {
        true => anyhow!(unreadable_text(&problems.name)),
        false => anyhow!(invalid_text(&problems.name)),
    }
}

fn unreadable_text(name: &str) -> String {
    format!(
        "the schema at `{name}` cannot be read: it uses an older schema language, or has errors\n  \
         help: name a newer base, or compare with the generator of that revision"
    )
}

fn invalid_text(name: &str) -> String {
    format!("the schema at `{name}` has errors\n  help: `cargo xtask check` lists them")
}
