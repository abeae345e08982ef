//! Schema text → a typed tree with spans.

pub mod field;
pub mod file;
pub mod gateway_codes;
mod mapping;
pub mod not_found;
pub mod omission;
pub mod operation;
mod read;
pub mod reconcile;
mod renamed;
pub mod type_expr;
pub mod types;
pub mod values;
pub mod yaml;

use rayon::prelude::*;

pub use mapping::TODO;
use read::Read;

use crate::diagnostics::Log;
use crate::source::{SchemaFolder, Source, Sources};
use file::{ApiFile, SectionFile, TypesFile};

/// A schema as written.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// `api.yaml`.
    pub api: Option<Parsed<ApiFile>>,
    /// The files of `sections/`.
    pub sections: Vec<Parsed<SectionFile>>,
    /// The names of files in `sections/` that could not be read; the errors have been reported.
    pub unreadable: Vec<String>,
    /// The files of `types/` and `codes/`.
    pub types: Vec<Parsed<TypesFile>>,
    /// True if a file of types could not be read: then the set of types is unknown.
    pub lacks_types: bool,
}

/// A file's content and where it came from.
#[derive(Clone, Debug)]
pub struct Parsed<T> {
    /// The file's number in its [`Sources`].
    pub file: usize,
    /// The file's name without folder and ending.
    pub stem: String,
    /// The path as people should see it.
    pub path: String,
    /// The folder it lies in.
    pub folder: SchemaFolder,
    /// The content.
    pub content: T,
}

/// A file, by its folder; `None` when it could not be read.
enum Found {
    Api(Option<Parsed<ApiFile>>),
    Section(Option<Parsed<SectionFile>>),
    Types(Option<Parsed<TypesFile>>),
}

/// Parses every file, in parallel; errors are logged, and parsing continues.
pub fn parse(sources: &Sources, log: &mut Log) -> Schema {
    let files = sources.files.par_iter().enumerate();
    let parsed: Vec<_> = files.map(|(file, source)| found(source, file)).collect();
    let mut schema = Schema::default();
    for ((found, errors), source) in parsed.into_iter().zip(&sources.files) {
        log.extend(errors);
        match found {
            Found::Api(api) => schema.api = api,
            Found::Section(Some(section)) => schema.sections.push(section),
            Found::Section(None) => schema.unreadable.push(source.stem().to_owned()),
            Found::Types(Some(types)) => schema.types.push(types),
            Found::Types(None) => schema.lacks_types = true,
        }
    }
    schema
}

fn found(source: &Source, file: usize) -> (Found, Log) {
    let mut log = Log::default();
    let found = match source.folder() {
        SchemaFolder::Api => Found::Api(read(source, file, &mut log)),
        SchemaFolder::Sections => Found::Section(read(source, file, &mut log)),
        SchemaFolder::Types | SchemaFolder::Codes => Found::Types(read(source, file, &mut log)),
    };
    (found, log)
}

fn read<T: Read>(source: &Source, file: usize, log: &mut Log) -> Option<Parsed<T>> {
    let root = yaml::parse(source, file, log)?;
    Some(Parsed {
        file,
        stem: source.stem().to_owned(),
        path: source.path.clone(),
        folder: source.folder(),
        content: T::read(&root, log)?,
    })
}
