//! Every type that the schema declares, found by the docs' name before any is resolved, so that
//! types may name each other in any order.

use std::collections::HashMap;

use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};
use crate::model::{Item, TypeId, TypeRef};
use crate::resolve::foreign_types;
use crate::source::Span;
use crate::syntax::type_expr::TypeExpr;
use crate::syntax::types::Type;
use crate::syntax::values::{Entries, Entry};

/// A type as declared, and where.
pub struct Declaration<'s> {
    /// The docs' name.
    pub docs_name: &'s str,
    /// The location of the declaration.
    pub span: Span,
    /// The declaration; `None` when it could not be read.
    pub syntax: Option<&'s Type>,
    /// The module that users import it from.
    pub module: &'s str,
}

/// All declared types.
#[derive(Default)]
pub struct SymbolTable<'s> {
    /// In the order of files; a [`TypeId`] is a place in this list.
    pub declared: Vec<Declaration<'s>>,
    by_name: HashMap<&'s str, TypeId>,
    /// True if there may be more types, in a file that could not be read. Then an unknown name is
    /// not an error of its own.
    pub incomplete: bool,
}

impl<'s> SymbolTable<'s> {
    /// Nothing declared yet; `incomplete` when a file of types could not be read.
    pub fn new(incomplete: bool) -> Self {
        Self { incomplete, ..Self::default() }
    }

    /// Adds the types of one file and returns their ids.
    pub fn declare(
        &mut self,
        types: &'s Entries<Type>,
        module: &'s str,
        log: &mut Log,
    ) -> Vec<TypeId> {
        types.0.iter().filter_map(|entry| self.add(entry, module, log)).collect()
    }

    fn add(&mut self, entry: &'s Entry<Type>, module: &'s str, log: &mut Log) -> Option<TypeId> {
        let (name, span) = (entry.key.text.as_str(), entry.key.span);
        if !is_type_name(name) {
            let message = format!("invalid type name `{name}`");
            log.push(
                Diagnostic::new(&codes::E009, message)
                    .at(span, "expected letters and digits, beginning with a capital"),
            );
        }
        if let Some(first) = self.by_name.get(name) {
            let first = self.declared[first.0].span;
            let message = format!("the type `{name}` is declared twice");
            log.push(
                Diagnostic::new(&codes::E017, message)
                    .at(span, "again here")
                    .at(first, "first here")
                    .help("keep one; a type that several sections share belongs in `types/`"),
            );
            return None;
        }
        let id = TypeId(self.declared.len());
        self.declared.push(Declaration {
            docs_name: name,
            span,
            syntax: entry.value.as_ref(),
            module,
        });
        self.by_name.insert(name, id);
        Some(id)
    }

    /// The type that an expression names; an unknown one is reported.
    pub fn resolve(&self, expr: &TypeExpr, log: &mut Log) -> Option<TypeRef> {
        match expr {
            TypeExpr::Word { word, span } => {
                self.item(word, *span, log).map(|item| TypeRef { item, list: false })
            }
            TypeExpr::List { word, span } => {
                self.item(word, *span, log).map(|item| TypeRef { item, list: true })
            }
            // A placeholder: the schema is rejected for the `TODO`.
            TypeExpr::Undecided => Some(TypeRef { item: Item::String, list: false }),
            TypeExpr::Broken => None,
        }
    }

    fn item(&self, word: &str, span: Span, log: &mut Log) -> Option<Item> {
        if let Some((_, item)) = Item::BUILT_IN.iter().find(|(name, _)| *name == word) {
            return Some(*item);
        }
        if let Some(id) = self.find(word) {
            return Some(Item::Named(id));
        }
        if self.incomplete {
            return None;
        }
        let known = Item::BUILT_IN.iter().map(|(name, _)| *name);
        let known = known.chain(self.declared.iter().map(|declared| declared.docs_name));
        let help = foreign_types::help(word).map(str::to_owned);
        log.push(
            Diagnostic::new(&codes::E011, format!("there is no type `{word}`"))
                .at(span, "unknown type")
                .maybe_help(help.or_else(|| did_you_mean(word, known))),
        );
        None
    }

    /// The type of this name, if it is declared.
    pub fn find(&self, name: &str) -> Option<TypeId> {
        self.by_name.get(name).copied()
    }

    /// The codes of an enumeration; `None` when the type is not one.
    pub fn codes(&self, id: TypeId) -> Option<Vec<&'s str>> {
        let values = self.declared[id.0].syntax?.values.as_ref()?;
        Some(values.0.iter().map(|entry| entry.key.text.as_str()).collect())
    }

    /// True if the type is a record.
    pub fn is_record(&self, id: TypeId) -> bool {
        self.declared[id.0].syntax.is_some_and(|ty| ty.fields.is_some())
    }
}

fn is_type_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric())
}
