//! The values of a request that a read looks a record up by, and the balance that it tells.

use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};
use crate::model::{Field, Item, Parameter, ReconcileKey, Shape, Type, TypeRef};
use crate::resolve::operations::Resolved;
use crate::resolve::symbol_table::SymbolTable;
use crate::resolve::wire_name::wire_name;
use crate::source::Span;
use crate::syntax::field::Field as Syntax;
use crate::syntax::operation::Operation;
use crate::syntax::reconcile::Keys as Pairs;
use crate::syntax::type_expr::TypeExpr;
use crate::syntax::values::{Entries, Text};
use crate::syntax::yaml::Key;

/// The fields of a record that show a refund.
const BALANCE: [&str; 2] = ["amount", "cancel_amount"];
const SAME_TYPE: &str =
    "use a value of the read's type, or a list of such values (one read for each)";
/// The parameter that holds the balance before the request.
const EXPECTED: &str = "checksum";

/// The context of resolving keys.
pub struct Keys<'a> {
    /// Every type.
    pub types: &'a [Type],
    /// The types as written.
    pub symbols: &'a SymbolTable<'a>,
    /// The operation whose response was lost.
    pub operation: &'a Resolved<'a>,
    /// The operation that finds out.
    pub read: &'a Resolved<'a>,
}

impl Keys<'_> {
    /// The keys of one entry; `span` is where it stands.
    pub fn resolve(&self, pairs: &Pairs, span: Span, log: &mut Log) -> Vec<ReconcileKey> {
        let known = parameters(self.read.syntax);
        // An unknown key may be the misspelt name of the one that is needed.
        if pairs.0.iter().all(|(key, _)| known.contains(&key.text.as_str())) {
            self.expect_all(pairs, span, log);
        }
        pairs.0.iter().filter_map(|(key, value)| self.key(key, value, log)).collect()
    }

    fn expect_all(&self, pairs: &Pairs, span: Span, log: &mut Log) {
        let needed = self.read.parameters.iter().filter(|parameter| parameter.field.required);
        for Parameter { field, .. } in needed {
            if !pairs.0.iter().any(|(key, _)| key.text == field.wire) {
                let message = format!("the read needs `{}`", field.wire);
                let help = format!("say where it comes from: `by: {{ {}: … }}`", field.wire);
                log.push(impossible(message, span).help(help));
            }
        }
    }

    fn key(&self, key: &Key, value: &Text, log: &mut Log) -> Option<ReconcileKey> {
        let theirs = parameter(self.read, &key.text, key.span, "the read", log);
        if theirs.is_none() && value.span == Some(key.span) {
            return None;
        }
        let ours = self.from(value, key.span, log);
        let (theirs, (from, ty)) = (theirs?, ours?);
        let single = TypeRef { list: theirs.field.ty.list, ..ty };
        if single != theirs.field.ty || (theirs.field.ty.list && !ty.list) {
            let message = format!("`{}` is of another type than `{}`", value.value, key.text);
            log.push(impossible(message, value.span_or(key.span)).help(SAME_TYPE));
        }
        let (parameter, location) = (theirs.field.wire.clone(), theirs.location);
        Some(ReconcileKey { parameter, location, from, wire: value.value.clone() })
    }

    /// The Rust names on the way to a value of ours, and the type at its end.
    fn from(&self, path: &Text, span: Span, log: &mut Log) -> Option<(Vec<String>, TypeRef)> {
        let span = path.span_or(span);
        let mut parts = path.value.split('.');
        let first = parameter(self.operation, parts.next()?, span, "the operation", log)?;
        let mut names = vec![first.field.name.clone()];
        let mut ty = first.field.ty;
        for part in parts {
            let member = self.member(ty, part, span, log)?;
            names.push(member.name.clone());
            ty = TypeRef { list: ty.list || member.ty.list, ..member.ty };
        }
        Some((names, ty))
    }

    fn member(&self, ty: TypeRef, name: &str, span: Span, log: &mut Log) -> Option<&Field> {
        let record = match ty.item {
            Item::Named(id) => Some((id, &self.types[id.0].shape)),
            _ => None,
        };
        let Some((id, Shape::Record(fields))) = record else {
            let message = format!("`{name}` is not a field of a record");
            log.push(
                impossible(message, span).help("only a record or a list of records has fields"),
            );
            return None;
        };
        let written = self.symbols.declared[id.0].syntax.and_then(|ty| ty.fields.as_ref());
        let found = fields.iter().find(|field| field.wire == name);
        if found.is_none() {
            report(name, span, "the record", &written.map(wire_names).unwrap_or_default(), log);
        }
        found
    }
}

fn parameter<'a>(
    operation: &'a Resolved<'a>,
    name: &str,
    span: Span,
    whose: &str,
    log: &mut Log,
) -> Option<&'a Parameter> {
    let found = operation.parameters.iter().find(|parameter| parameter.field.wire == name);
    if found.is_none() {
        report(name, span, whose, &parameters(operation.syntax), log);
    }
    found
}

/// Reports an unknown name; one that stands in the schema has an error of its own.
fn report(name: &str, span: Span, whose: &str, known: &[&str], log: &mut Log) {
    if !known.contains(&name) {
        log.push(
            Diagnostic::new(&codes::E035, format!("{whose} has no `{name}`"))
                .at(span, "unknown key")
                .maybe_help(did_you_mean(name, known.iter().copied())),
        );
    }
}

fn parameters(operation: &Operation) -> Vec<&str> {
    let locations = [&operation.path, &operation.query, &operation.body];
    locations.into_iter().flatten().flat_map(wire_names).collect()
}

fn wire_names(entries: &Entries<Syntax>) -> Vec<&str> {
    entries.0.iter().map(|entry| wire_name(&entry.key).0).collect()
}

/// A refund shows in what is left, if the request said what was left before.
pub fn balance(
    types: &[Type],
    operation: &Resolved<'_>,
    read: &Resolved<'_>,
    span: Span,
    log: &mut Log,
) {
    let unclear = |message: String| {
        Diagnostic::new(&codes::E036, message)
            .at(span, "no balance")
            .help("write `expect: state` and let the caller compare")
    };
    if !parameters(operation.syntax).contains(&EXPECTED) {
        log.push(unclear(format!("the operation has no parameter `{EXPECTED}` to compare with")));
    }
    let fields = match read.returns {
        Some(TypeRef { item: Item::Named(id), list: false }) => match &types[id.0].shape {
            Shape::Record(fields) => fields.as_slice(),
            _ => &[],
        },
        // The error in the type has been reported.
        None if !returns_nothing(&read.syntax.returns) => return,
        _ => &[],
    };
    if !BALANCE.iter().all(|name| fields.iter().any(|field| field.wire == *name)) {
        let [whole, cancelled] = BALANCE;
        log.push(unclear(format!(
            "the read does not return a record with `{whole}` and `{cancelled}`"
        )));
    }
}

/// True if an operation is written to answer nothing.
pub fn returns_nothing(expr: &TypeExpr) -> bool {
    matches!(expr, TypeExpr::Word { word, .. } if word == "none")
}

/// The beginning of a diagnostic about a reconciliation that cannot work.
pub fn impossible(message: impl Into<String>, span: Span) -> Diagnostic {
    Diagnostic::new(&codes::E034, message).at(span, "impossible")
}
