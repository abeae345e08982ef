//! Reading a schema: its text as a model, or all of its errors.

use crate::diagnostics::{Code, Diagnostic, Log};
use crate::model::Api;
use crate::source::Sources;
use crate::syntax::Schema;
use crate::yaml_index::YamlIndex;
use crate::{resolve, syntax};

/// Reads a schema, or finds all of its errors.
///
/// # Errors
/// Returns all errors, in the order of files and lines.
pub fn read(sources: &Sources) -> Result<Api, Vec<Diagnostic>> {
    read_ignoring(sources, &[])
}

/// Reads a schema without reporting the errors of some codes.
pub fn read_ignoring(sources: &Sources, ignored: &[&Code]) -> Result<Api, Vec<Diagnostic>> {
    let mut log = Log::default();
    let schema = syntax::parse(sources, &mut log);
    model(&schema, log, ignored)
}

/// Reads a schema whose files were parsed already.
pub fn read_indexed(index: &YamlIndex, ignored: &[&Code]) -> Result<Api, Vec<Diagnostic>> {
    let mut log = Log::default();
    let schema = syntax::of_nodes(index.sources(), index.roots(), &mut log);
    model(&schema, log, ignored)
}

fn model(schema: &Schema, mut log: Log, ignored: &[&Code]) -> Result<Api, Vec<Diagnostic>> {
    let api = resolve::resolve(schema, &mut log);
    let mut found = log.into_sorted();
    found.retain(|diagnostic| !ignored.contains(&diagnostic.code));
    match api {
        Some(api) if found.is_empty() => Ok(api),
        _ => Err(found),
    }
}
