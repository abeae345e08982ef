//! The pipeline stage by stage, for benchmarks; all other callers use [`generate`](crate::generate).
//!
//! Emitting and formatting use one thread here, so that the result is independent of the number of processors.

use crate::diagnostics::{Diagnostic, Log};
use crate::model::Api;
use crate::output::Target;
use crate::source::Sources;
use crate::{emit, resolve, syntax, targets};

/// A schema as written.
pub struct Parsed(syntax::Schema);

/// The files of the crate as tokens.
#[derive(Clone)]
pub struct Emitted(Vec<emit::File>);

/// Text → syntax tree.
///
/// # Errors
/// Returns the errors that are visible without resolving names.
pub fn parse(sources: &Sources) -> Result<Parsed, Vec<Diagnostic>> {
    let mut log = Log::default();
    let schema = syntax::parse(sources, &mut log);
    if log.is_empty() { Ok(Parsed(schema)) } else { Err(log.into_sorted()) }
}

/// Resolves the syntax into the model.
///
/// # Errors
/// Returns the errors of resolving names.
pub fn resolve(parsed: &Parsed) -> Result<Api, Vec<Diagnostic>> {
    let mut log = Log::default();
    let api = resolve::resolve(&parsed.0, &mut log);
    let found = log.into_sorted();
    match api {
        Some(api) if found.is_empty() => Ok(api),
        _ => Err(found),
    }
}

/// The model → tokens.
pub fn emit(api: &Api) -> Emitted {
    Emitted(emit::jobs(api, None).iter().map(|job| job()).collect())
}

/// Tokens → text.
///
/// # Errors
/// Fails if the tokens are not valid Rust.
pub fn format(api: &Api, emitted: Emitted) -> syn::Result<Vec<Target>> {
    let importable = emit::importable(api);
    emitted.0.into_iter().map(|file| targets::printed(file, &importable)).collect()
}
