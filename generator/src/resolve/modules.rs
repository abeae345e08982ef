//! Modules of shared types: the files in `types/` and `codes/`.

use std::collections::BTreeSet;

use crate::diagnostics::Log;
use crate::model::{SharedModule, TypeId};
use crate::resolve::names::Scope;
use crate::resolve::namespace::Namespace;
use crate::resolve::symbol_table::SymbolTable;
use crate::source::{SchemaFolder, Span};
use crate::syntax::file::TypesFile;
use crate::syntax::{Parsed, Schema};

/// A module of shared types with its name and its types declared.
pub struct ResolvedModule<'s> {
    file: &'s Parsed<TypesFile>,
    /// The module.
    pub name: String,
    /// The parent module: `types` or `codes`.
    pub parent: &'static str,
    /// The types it declares.
    pub types: Vec<TypeId>,
}

/// Declares the types of all files in `types/` and `codes/`.
pub fn declare<'s>(
    schema: &'s Schema,
    symbols: &mut SymbolTable<'s>,
    log: &mut Log,
) -> Vec<ResolvedModule<'s>> {
    let (mut codes, mut types) =
        (Scope::new(Namespace::SharedModule), Scope::new(Namespace::SharedModule));
    let mut modules = Vec::new();
    for file in &schema.types {
        let (parent, names) = match file.folder {
            SchemaFolder::Codes => ("codes", &mut codes),
            _ => ("types", &mut types),
        };
        let span = file.content.title.span_or(Span { file: file.file, start: 0, end: 0 });
        modules.push(ResolvedModule {
            file,
            name: names.name(&file.stem, span, None, log),
            parent,
            types: symbols.declare(&file.content.types, parent, log),
        });
    }
    modules
}

impl ResolvedModule<'_> {
    /// The module of the model; `sections` are those that use it.
    pub fn build(self, sections: BTreeSet<String>) -> SharedModule {
        SharedModule {
            name: self.name,
            parent: self.parent,
            title: self.file.content.title.value.clone(),
            doc: self.file.content.doc.value.clone(),
            source: self.file.path.clone(),
            types: self.types,
            sections,
        }
    }
}
