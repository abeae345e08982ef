//! Reads `schema/` and computes everything that follows from it.
//!
//! ```text
//! schema/*.yaml ─source→ text ─syntax→ tree with spans ─resolve→ model::Api
//!      every error in a schema is reported by here, all of them, with file:line:col and a caret
//! model::Api ─emit→ one TokenStream per file ─format→ text ─output→ plan → apply | check
//!      from here nothing can fail but the disk
//! side rooms that read model::Api: openapi, contract, diff
//! ```

pub mod contract;
pub mod diagnostics;
pub mod diff;
mod emit;
mod format;
mod generated_mark;
mod json_schema;
pub mod keywords;
pub mod model;
mod object;
pub mod openapi;
pub mod origin;
pub mod output;
pub mod places;
mod plain;
mod resolve;
pub mod source;
pub mod stages;
mod syntax;
pub mod upstream;
mod wording;

use std::collections::BTreeMap;
use std::io;

use diagnostics::{Code, Diagnostic, Log};
use model::Api;
use origin::Origin;
use output::Target;
use rayon::prelude::*;
use serde_json::Value;
use source::Sources;

/// Reads a schema, or finds every error in it.
///
/// # Errors
/// Returns all errors, in the order of files and lines.
pub fn read(sources: &Sources) -> Result<Api, Vec<Diagnostic>> {
    read_despite(sources, &[])
}

/// Reads a schema and ignores errors of some codes.
fn read_despite(sources: &Sources, ignored: &[&Code]) -> Result<Api, Vec<Diagnostic>> {
    let mut log = Log::default();
    let schema = syntax::parse(sources, &mut log);
    let api = resolve::resolve(&schema, &mut log);
    let mut found = log.into_sorted();
    found.retain(|diagnostic| !ignored.contains(&diagnostic.code));
    match api {
        Some(api) if found.is_empty() => Ok(api),
        _ => Err(found),
    }
}

/// The files of the generated crate.
///
/// # Errors
/// Fails when the generator has written something that is no Rust, which is a defect of the generator.
pub fn generate(api: &Api) -> syn::Result<Vec<Target>> {
    print(api, None)
}

/// The files of the generated crate as it is published: the manifest names where it comes from.
///
/// # Errors
/// Fails as [`generate`] does.
pub fn package(api: &Api, origin: &Origin) -> syn::Result<Vec<Target>> {
    print(api, Some(origin))
}

/// The files are independent of each other: they are made side by side, by as many threads as the
/// machine runs.
fn print(api: &Api, origin: Option<&Origin>) -> syn::Result<Vec<Target>> {
    let importable = emit::importable(api);
    let jobs = emit::jobs(api, origin).into_par_iter();
    jobs.map(|job| target(job(), &importable)).collect()
}

fn target(file: emit::File, importable: &BTreeMap<String, String>) -> syn::Result<Target> {
    let path = file.path.clone();
    Ok(Target { path, text: format::text(file, importable)? })
}

/// The JSON Schema of the schema language, for editors.
pub fn json_schema() -> String {
    json_schema::text()
}

/// A document of [`openapi`] as YAML text.
///
/// # Errors
/// Fails when the document cannot be written as YAML, which is a defect of the generator.
pub fn openapi_yaml(document: &Value) -> io::Result<String> {
    syntax::yaml::write(document)
}
