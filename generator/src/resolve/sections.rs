//! Sections: their names, types and operations.

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::{Section, Type, TypeId};
use crate::resolve::names::Scope;
use crate::resolve::namespace::Namespace;
use crate::resolve::operations::{Operations, Reconciliation, Resolved};
use crate::resolve::symbol_table::SymbolTable;
use crate::source::Span;
use crate::syntax::Parsed;
use crate::syntax::file::SectionFile;

/// A section with everything resolved but the references between operations.
pub struct ResolvedSection<'s> {
    /// The file.
    pub file: &'s Parsed<SectionFile>,
    name: String,
    handle: String,
    page: String,
    /// The operations.
    pub operations: Vec<Resolved<'s>>,
    types: Vec<TypeId>,
}

/// Declares the types of the sections and returns them for each section.
pub fn declare<'s>(
    files: &[&'s Parsed<SectionFile>],
    symbols: &mut SymbolTable<'s>,
    log: &mut Log,
) -> Vec<Vec<TypeId>> {
    let mut declare = |file: &&'s Parsed<SectionFile>| match &file.content.types {
        Some(types) => symbols.declare(types, &file.stem, log),
        None => Vec::new(),
    };
    files.iter().map(&mut declare).collect()
}

/// Resolves the sections in order.
pub fn resolve<'s>(
    files: &[&'s Parsed<SectionFile>],
    types: Vec<Vec<TypeId>>,
    docs: &str,
    operations: &mut Operations<'_, '_>,
    log: &mut Log,
) -> Vec<ResolvedSection<'s>> {
    let mut modules = Scope::new(Namespace::Section);
    let mut resolve = |(file, types): (&&'s Parsed<SectionFile>, Vec<TypeId>)| {
        let content = &file.content;
        let span = content.title.span_or(Span { file: file.file, start: 0, end: 0 });
        let name = modules.name(&file.stem, span, None, log);
        expect_snake_case(&file.stem, &name, span, log);
        ResolvedSection {
            file,
            name,
            handle: handle(&file.stem, span, &mut operations.types, log),
            page: format!("{docs}/{}", content.page.value),
            operations: operations.of(content, log),
            types,
        }
    };
    files.iter().zip(types).map(&mut resolve).collect()
}

/// The file's name is that of the module, unchanged.
fn expect_snake_case(stem: &str, name: &str, span: Span, log: &mut Log) {
    if Namespace::Section.is_cased(name) && stem != name {
        let message = format!("the file name `{stem}` is not in snake_case");
        log.push(
            Diagnostic::new(&codes::E009, message)
                .at(span, "the name of a Rust module")
                .help(format!("rename the file to `{name}.yaml`, and its entry in api.yaml")),
        );
    }
}

/// The name of a section's handle, which is one of the types. A stem that yields no name is reported as that of the
/// module.
fn handle(stem: &str, span: Span, types: &mut Scope, log: &mut Log) -> String {
    let name = Namespace::Handle.cased(stem);
    if Namespace::Handle.is_reserved(&name) {
        log.push(Namespace::Handle.reserved_name(&name, span));
    } else if Namespace::Handle.is_cased(&name) {
        types.claim(&name, stem, span, log);
    }
    name
}

impl ResolvedSection<'_> {
    /// The section of the model, with the reconciliation of each operation.
    pub fn build(self, reconciliations: Vec<Reconciliation>, types: &[Type]) -> Section {
        let operations = self.operations.into_iter().zip(reconciliations);
        let operations: Vec<_> = operations
            .map(|(operation, reconciliation)| operation.build(reconciliation, &self.page, types))
            .collect();
        Section {
            name: self.name,
            handle: self.handle,
            title: self.file.content.title.value.clone(),
            doc: self.file.content.doc.value.clone(),
            page: self.page,
            source: self.file.path.clone(),
            operations,
            types: self.types,
        }
    }
}
