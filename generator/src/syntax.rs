//! Schema text → a typed tree with spans.

mod encoding;
pub mod field;
pub mod file;
pub mod gateway_codes;
mod implicit_type;
mod invisible;
mod malformed;
mod mapping;
mod names;
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

pub use implicit_type::{implicit_type, is_date};
pub use mapping::TODO;
use read::Read;

use crate::diagnostics::Log;
use crate::source::{SchemaFolder, Source, Sources};
use file::{ApiFile, SectionFile, TypesFile};
use yaml::Node;

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
    let parsed = files.map(|(file, source)| {
        let mut log = Log::default();
        let root = yaml::parse(source, file, &mut log);
        (found(source, file, root.as_ref(), &mut log), log)
    });
    schema(sources, parsed.collect(), log)
}

/// Reads files that were parsed already.
pub fn of_nodes<'n>(
    sources: &Sources,
    roots: impl Iterator<Item = Option<&'n Node>>,
    log: &mut Log,
) -> Schema {
    let files = sources.files.iter().zip(roots).enumerate();
    let parsed = files.map(|(file, (source, root))| {
        let mut log = Log::default();
        (found(source, file, root, &mut log), log)
    });
    schema(sources, parsed.collect(), log)
}

fn schema(sources: &Sources, parsed: Vec<(Found, Log)>, log: &mut Log) -> Schema {
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

fn found(source: &Source, file: usize, root: Option<&Node>, log: &mut Log) -> Found {
    match source.folder() {
        SchemaFolder::Api => Found::Api(read(source, file, root, log)),
        SchemaFolder::Sections => Found::Section(read(source, file, root, log)),
        SchemaFolder::Types | SchemaFolder::Codes => Found::Types(read(source, file, root, log)),
    }
}

fn read<T: Read>(
    source: &Source,
    file: usize,
    root: Option<&Node>,
    log: &mut Log,
) -> Option<Parsed<T>> {
    Some(Parsed {
        file,
        stem: source.stem().to_owned(),
        path: source.path.clone(),
        folder: source.folder(),
        content: T::read(root?, log)?,
    })
}
