//! Reads that tell what became of a request whose answer was lost. Resolved last, because any
//! section's operation can be the read.

use std::collections::HashMap;

use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};
use crate::model::{self, Api, Evidence, Reconcile};
use crate::resolve::catalogue::Catalogue;
use crate::resolve::lookup::{Keys, balance};
use crate::source::Span;
use crate::syntax::file::SectionFile;
use crate::syntax::operation::Operation as Syntax;
use crate::syntax::reconcile::Reconcile as Way;
use crate::syntax::values::Text;
use crate::syntax::{Parsed, Schema};

/// An operation as written and as decided.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// As written.
    pub syntax: &'a Syntax,
    /// As decided.
    pub model: &'a model::Operation,
}

/// Gives every operation its ways to reconcile.
pub fn connect(
    api: &mut Api,
    sections: &[&Parsed<SectionFile>],
    schema: &Schema,
    catalogue: &Catalogue<'_>,
    log: &mut Log,
) {
    let stems = sections.iter().enumerate();
    let places = stems.map(|(place, file)| (file.stem.as_str(), place)).collect();
    let reads = Reads { api, sections, places, unreadable: &schema.unreadable, catalogue };
    let mut found = Vec::new();
    for (place, file) in sections.iter().enumerate() {
        for (key, syntax) in file.content.operations.iter() {
            let Some(ways) = &syntax.reconcile else { continue };
            let of = |operation: &model::Operation| operation.name == key.text;
            let Some(row) = api.sections[place].operations.iter().position(of) else { continue };
            let model = &api.sections[place].operations[row];
            found.push((place, row, reads.ways(Known { syntax, model }, ways, log)));
        }
    }
    for (section, row, ways) in found {
        api.sections[section].operations[row].reconcile = ways;
    }
}

struct Reads<'a> {
    api: &'a Api,
    sections: &'a [&'a Parsed<SectionFile>],
    /// Where in the list each file is.
    places: HashMap<&'a str, usize>,
    unreadable: &'a [String],
    catalogue: &'a Catalogue<'a>,
}

impl Reads<'_> {
    fn ways(&self, operation: Known<'_>, ways: &[Way], log: &mut Log) -> Vec<Reconcile> {
        if operation.syntax.idempotent {
            let spans = ways.iter().filter_map(|way| way.read.span);
            for span in spans.take(1) {
                log.push(
                    impossible("an idempotent operation cannot have `reconcile`", span)
                        .help("remove `reconcile`, or write `idempotent: false`"),
                );
            }
        }
        ways.iter().filter_map(|way| self.way(operation, way, log)).collect()
    }

    fn way(&self, operation: Known<'_>, way: &Way, log: &mut Log) -> Option<Reconcile> {
        let span = way.read.span?;
        let read = self.read(&way.read, span, log)?;
        if !read.syntax.idempotent {
            log.push(
                impossible("an operation to reconcile with must be idempotent", span)
                    .help("name an operation with `idempotent: true`"),
            );
        }
        let expect = way.expect;
        if expect == Evidence::Balance {
            balance(self.api, operation, read, span, log);
        }
        let keys = Keys { api: self.api, catalogue: self.catalogue, operation, read };
        Some(Reconcile {
            read: way.read.value.clone(),
            route: read.model.route.clone(),
            keys: keys.resolve(&way.by, span, log),
            expect,
        })
    }

    /// The operation of this name; an unknown one is reported, unless it may be in a file that could
    /// not be read.
    fn read(&self, name: &Text, span: Span, log: &mut Log) -> Option<Known<'_>> {
        let (section, key) = name.value.split_once('.').unwrap_or((&name.value, ""));
        let entry = self.places.get(section).copied().and_then(|place| {
            let entries = &self.sections[place].content.operations.0;
            Some((place, entries.iter().find(|entry| entry.key.text == key)?))
        });
        let Some((place, entry)) = entry else {
            if !self.unreadable.iter().any(|stem| stem == section) {
                log.push(self.unknown(name, span));
            }
            return None;
        };
        let mut models = self.api.sections[place].operations.iter();
        Some(Known {
            syntax: entry.value.as_ref()?,
            model: models.find(|operation| operation.name == key)?,
        })
    }

    fn unknown(&self, name: &Text, span: Span) -> Diagnostic {
        let known: Vec<String> = self.sections.iter().flat_map(|file| names(file)).collect();
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

/// Begins an error about a way that cannot work.
pub fn impossible(message: impl Into<String>, span: Span) -> Diagnostic {
    Diagnostic::new(&codes::E034, message).at(span, "impossible")
}
