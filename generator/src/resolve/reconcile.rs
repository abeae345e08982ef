//! Reads that determine the outcome of a request whose response was lost. Resolved last, because any
//! section's operation can be the read.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};
use crate::model::{Evidence, OperationId, Reconcile, Type};
use crate::resolve::identity;
use crate::resolve::operations::{Reconciliation, Resolved};
use crate::resolve::reconcile_keys::{Keys, balance, impossible, returns_nothing};
use crate::resolve::sections::ResolvedSection;
use crate::resolve::symbol_table::SymbolTable;
use crate::source::Span;
use crate::syntax::file::SectionFile;
use crate::syntax::reconcile::Reconcile as ReconcileEntry;
use crate::syntax::values::Text;
use crate::syntax::{Parsed, Schema};

/// The reconciliation of every operation of every section.
pub type Reconciliations = Vec<Vec<Reconciliation>>;

/// Resolves the reads that every operation is reconciled by.
pub fn resolve(
    sections: &[ResolvedSection<'_>],
    types: &[Type],
    schema: &Schema,
    symbols: &SymbolTable<'_>,
    log: &mut Log,
) -> Reconciliations {
    let stems = sections.iter().enumerate();
    let places = stems.map(|(place, section)| (section.file.stem.as_str(), place)).collect();
    let reads = Reads { sections, types, places, unreadable: &schema.unreadable, symbols };
    let mut of = |operation: &Resolved<'_>| match &operation.syntax.reconcile {
        Some(entries) => reads.entries(operation, entries, log),
        None => Vec::new(),
    };
    let sections = sections.iter();
    let entries = sections.map(|section| section.operations.iter().map(&mut of).collect());
    marked(entries.collect())
}

/// The reads of every operation, with marks on those operations that are reads.
fn marked(entries: Vec<Vec<Vec<Reconcile>>>) -> Reconciliations {
    let ids: BTreeSet<_> = entries.iter().flatten().flatten().map(|entry| entry.read).collect();
    let marked = |(section, operations): (usize, Vec<Vec<Reconcile>>)| {
        let operations = operations.into_iter().enumerate();
        let marked = operations.map(|(operation, reads)| {
            let is_read = ids.contains(&OperationId { section, operation });
            Reconciliation { reads, is_read }
        });
        marked.collect()
    };
    entries.into_iter().enumerate().map(marked).collect()
}

struct Reads<'a> {
    sections: &'a [ResolvedSection<'a>],
    types: &'a [Type],
    /// The index of each file's section.
    places: HashMap<&'a str, usize>,
    unreadable: &'a [String],
    symbols: &'a SymbolTable<'a>,
}

impl Reads<'_> {
    fn entries(
        &self,
        operation: &Resolved<'_>,
        entries: &[ReconcileEntry],
        log: &mut Log,
    ) -> Vec<Reconcile> {
        if operation.syntax.idempotent {
            let spans = entries.iter().filter_map(|entry| entry.read.span);
            for span in spans.take(1) {
                log.push(
                    impossible("an idempotent operation cannot have `reconcile`", span)
                        .help("remove `reconcile`, or write `idempotent: false`"),
                );
            }
        }
        entries.iter().filter_map(|entry| self.entry(operation, entry, log)).collect()
    }

    fn entry(
        &self,
        operation: &Resolved<'_>,
        entry: &ReconcileEntry,
        log: &mut Log,
    ) -> Option<Reconcile> {
        let span = entry.read.span?;
        let id = self.read(&entry.read, span, log)?;
        let read = &self.sections[id.section].operations[id.operation];
        if !read.syntax.idempotent {
            log.push(
                impossible("an operation to reconcile with must be idempotent", span)
                    .help("name an operation with `idempotent: true`"),
            );
        }
        let expect = entry.expect;
        if expect == Evidence::Balance {
            balance(self.types, operation, read, span, log);
        }
        if matches!(expect, Evidence::Exists | Evidence::Absent) {
            self.expect_proof(read, span, log);
        }
        let keys = Keys { types: self.types, symbols: self.symbols, operation, read };
        Some(Reconcile {
            read: id,
            route: read.route().clone(),
            keys: keys.resolve(&entry.by, span, log),
            expect,
        })
    }

    /// A record that may be another one proves nothing, and neither does an answer without a record.
    fn expect_proof(&self, read: &Resolved<'_>, span: Span, log: &mut Log) {
        let help = "or write `expect: state` and let the caller judge";
        if read.not_found.is_empty() && read.syntax.not_found.is_none() {
            log.push(
                impossible("the read does not say how it answers when there is no record", span)
                    .help(format!("add `not_found` to the read, {help}")),
            );
        }
        let has_type = read.returns.is_some() || returns_nothing(&read.syntax.returns);
        if has_type && identity::shared(&read.parameters, read.returns, self.types).is_empty() {
            log.push(
                impossible("the read does not return the key that it looks up by", span)
                    .help(format!("use a read whose record has the key, {help}")),
            );
        }
    }

    /// The operation of this name; an unknown one is reported, unless it may be in a file that could
    /// not be read.
    fn read(&self, name: &Text, span: Span, log: &mut Log) -> Option<OperationId> {
        let (section, key) = name.value.split_once('.').unwrap_or((&name.value, ""));
        let found = self.places.get(section).copied().filter(|index| {
            let entries = &self.sections[*index].file.content.operations.0;
            entries.iter().any(|entry| entry.key.text == key)
        });
        let Some(section) = found else {
            if !self.unreadable.iter().any(|stem| stem == section) {
                log.push(self.unknown(name, span));
            }
            return None;
        };
        let mut operations = self.sections[section].operations.iter();
        let operation = operations.position(|operation| operation.name == key)?;
        Some(OperationId { section, operation })
    }

    fn unknown(&self, name: &Text, span: Span) -> Diagnostic {
        let known: Vec<String> =
            self.sections.iter().flat_map(|section| names(section.file)).collect();
        Diagnostic::new(&codes::E033, format!("there is no operation `{}`", name.value))
            .at(span, "expected `section.operation`")
            .maybe_help(did_you_mean(&name.value, known.iter().map(String::as_str)))
    }
}

/// The operations of a section that only read, as `section.operation`.
fn names(file: &Parsed<SectionFile>) -> impl Iterator<Item = String> {
    let idempotent = file.content.operations.iter().filter(|(_, syntax)| syntax.idempotent);
    idempotent.map(|(key, _)| format!("{}.{}", file.stem, key.text))
}
