//! Reads `schema/` and computes everything that follows from it.
//!
//! ```text
//! schema/*.yaml ─source→ text ─syntax→ tree with spans ─resolve→ model::Api
//!      every mistake in a schema is reported by here, all of them, with file:line:col and a caret
//! model::Api ─emit→ one TokenStream per file ─format→ text ─output→ plan → apply | check
//!      from here nothing can fail but the disk
//! side rooms that read model::Api: openapi, diff
//! ```

pub mod diagnostics;
pub mod diff;
mod emit;
mod format;
mod json_schema;
pub mod model;
pub mod openapi;
pub mod origin;
pub mod output;
pub mod places;
mod plain;
mod resolve;
pub mod source;
mod syntax;
pub mod upstream;
mod wording;

use std::io;

use diagnostics::{Code, Diagnostic, Log};
use model::Api;
use origin::Origin;
use output::Target;
use serde_json::Value;
use source::Sources;

/// Reads a schema, or finds every mistake in it.
///
/// # Errors
/// Returns all mistakes, in the order of files and lines.
pub fn read(sources: &Sources) -> Result<Api, Vec<Diagnostic>> {
    read_despite(sources, &[])
}

/// Reads a schema in which mistakes of some codes count for nothing.
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
/// Fails when the generator has written something that is no Rust, which is a mistake of its own.
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

fn print(api: &Api, origin: Option<&Origin>) -> syn::Result<Vec<Target>> {
    let importable = emit::importable(api);
    let print = |file: emit::File| {
        let text = format::text(&file, &importable)?;
        Ok(Target { path: file.path, text })
    };
    emit::files(api, origin).into_iter().map(print).collect()
}

/// The JSON Schema of the schema language, for editors.
pub fn json_schema() -> String {
    json_schema::text()
}

/// A document of [`openapi`] as YAML text.
///
/// # Errors
/// Fails when the document cannot be written as YAML, which is a mistake of the generator.
pub fn openapi_yaml(document: &Value) -> io::Result<String> {
    syntax::yaml::write(document)
}
