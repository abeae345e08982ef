//! The revision of the schema and the date of the pinned description, which must be the same.

use super::lock::Head;
use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::Api;
use crate::schema_reader;
use crate::source::{SchemaFolder, Sources, Span};
use crate::syntax::yaml;
use crate::yaml_index::{map, scalar};

/// Reads the schema as [`crate::read`] does, and compares its revision with the pinned description, if
/// there is one.
///
/// # Errors
/// Returns all errors, in the order of files and lines.
pub fn read_pinned(sources: &Sources, lock: Option<&Head>) -> Result<Api, Vec<Diagnostic>> {
    let result = schema_reader::read(sources);
    let Some(problem) = lock.and_then(|lock| problem(sources, lock)) else { return result };
    let mut log = Log::default();
    for diagnostic in result.err().into_iter().flatten().chain([problem]) {
        log.push(diagnostic);
    }
    Err(log.into_sorted())
}

fn problem(sources: &Sources, lock: &Head) -> Option<Diagnostic> {
    let (revision, span) = revision(sources).filter(|(revision, _)| *revision != lock.date)?;
    let message =
        format!("the revision is {revision}, and the pinned description is of {}", lock.date);
    let found = Diagnostic::new(&codes::E041, message)
        .at(span, "not the date in `upstream.lock`")
        .help(format!("if the schema follows the pinned description, write `revision: \"{}\"`", lock.date))
        .help(format!("otherwise pin the one of {revision}: `cargo xtask upstream pin FILE|URL --date {revision}`"));
    Some(found)
}

fn revision(sources: &Sources) -> Option<(String, Span)> {
    let is_api = |source: &crate::source::Source| source.folder() == SchemaFolder::Api;
    let file = sources.files.iter().position(is_api)?;
    let root = yaml::parse(&sources.files[file], file, &mut Log::default())?;
    let (_, value) = map(Some(&root)).find(|(key, _)| key.text == "revision")?;
    Some((scalar(value)?.to_owned(), value.span))
}
