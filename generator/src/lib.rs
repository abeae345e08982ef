//! Reads `schema/` and computes everything that follows from it.
//!
//! ```text
//! schema/*.yaml ─source→ text ─syntax→ tree with spans ─resolve→ model::Api
//!      every error in a schema is reported by here, all of them, with file:line:col and a caret
//! model::Api ─emit→ one TokenStream per file ─format→ text ─output→ plan → apply | check
//!      from here nothing can fail but the disk
//! side modules that read model::Api: openapi, contract, diff
//! ```

pub mod bench_api;
pub mod contract;
pub mod diagnostics;
pub mod diff;
mod emit;
pub mod examples;
mod format;
mod generated_mark;
pub mod hashing;
mod json_object;
mod json_schema;
pub mod keywords;
pub mod model;
pub mod openapi;
pub mod output;
mod phrases;
mod printer;
pub mod provenance;
mod resolve;
mod runtime_names;
mod samples;
pub mod sanitize;
mod schema_reader;
pub mod source;
pub mod suppressions;
mod syntax;
mod targets;
pub mod upstream;
mod wire_value;
pub mod yaml_index;

pub use schema_reader::read;

use std::io;

use model::Api;
use output::Target;
use provenance::Provenance;
use serde_json::Value;

/// The files of the generated crate.
///
/// # Errors
/// Fails if the generated tokens are not valid Rust, which is a defect of the generator.
pub fn generate(api: &Api) -> syn::Result<Vec<Target>> {
    targets::all(api, None)
}

/// The files of the generated crate as it is published, with its provenance in the manifest if there is
/// one.
///
/// # Errors
/// Fails as [`generate`] does.
pub fn package(api: &Api, provenance: Option<&Provenance>) -> syn::Result<Vec<Target>> {
    targets::all(api, provenance)
}

/// The JSON Schema of the schema language with the names of a schema, for editors.
pub fn json_schema(api: &Api) -> String {
    json_schema::text(api)
}

/// A document of [`openapi`] as YAML text.
///
/// # Errors
/// Fails when the document cannot be written as YAML, which is a defect of the generator.
pub fn openapi_yaml(document: &Value) -> io::Result<String> {
    syntax::yaml::write(document)
}
