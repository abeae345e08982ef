//! Codes that differ by gateway.

use std::collections::HashMap;

use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};
use crate::model::{Gateway, GatewayCodeTable, GatewayCodes, Item, Shape, TypeId};
use crate::resolve::fields::Context;
use crate::resolve::symbol_table::SymbolTable;
use crate::source::Span;
use crate::syntax::gateway_codes::{GatewayCodeTable as Table, GatewayCodes as Syntax};
use crate::syntax::type_expr::TypeExpr;
use crate::syntax::values::{Entries, Text};
use crate::syntax::yaml::Key;

/// Resolves the tables of one type; `None` when an enumeration that they need is missing.
pub fn resolve(context: &Context<'_, '_>, syntax: &Syntax, log: &mut Log) -> Option<GatewayCodes> {
    let of = enumeration(context, &syntax.of, log);
    let known = of.and_then(|id| context.symbols.codes(id)).unwrap_or_default();
    let mut seen = Vec::new();
    let mut tables = Vec::new();
    for table in &syntax.tables {
        tables.push(GatewayCodeTable {
            gateways: gateways(context, table, &mut seen, log),
            codes: own_codes(&table.codes, of.map(|_| known.as_slice()), log),
        });
    }
    Some(GatewayCodes { of: of?, gateways: context.gateways.table?, tables })
}

/// Reports a second type with the codes of one enumeration: each of them would be its `at`.
pub fn report_twins(shapes: &[&Shape], symbols: &SymbolTable<'_>, log: &mut Log) {
    let mut firsts: HashMap<TypeId, Span> = HashMap::new();
    for (shape, declared) in shapes.iter().zip(&symbols.declared) {
        let Shape::GatewayCodes(found) = shape else { continue };
        if let Some(first) = firsts.insert(found.of, declared.span) {
            let name = symbols.declared[found.of.0].docs_name;
            let message = format!("the codes of `{name}` at gateways are declared twice");
            log.push(
                Diagnostic::new(&codes::E017, message)
                    .at(declared.span, "again here")
                    .at(first, "first here")
                    .help("put all tables into one type"),
            );
        }
    }
}

/// The enumeration of the standard codes.
fn enumeration(context: &Context<'_, '_>, of: &Text, log: &mut Log) -> Option<TypeId> {
    let span = of.span?;
    let expression = TypeExpr::Word { word: of.value.clone(), span };
    let item = context.symbols.resolve(&expression, log)?.item;
    let found = item.named().filter(|id| context.symbols.codes(*id).is_some());
    if found.is_none() && !is_unreadable(context, item) {
        let message = format!("`{}` is not an enumeration", of.value);
        log.push(
            Diagnostic::new(&codes::E023, message)
                .at(span, "expected a type with `values`")
                .help("name the code table whose codes differ by gateway"),
        );
    }
    found
}

/// True for a type whose declaration could not be read, which has been reported.
fn is_unreadable(context: &Context<'_, '_>, item: Item) -> bool {
    item.named().is_some_and(|id| context.symbols.declared[id.0].syntax.is_none())
}

/// The gateways of a table; one that another table has is reported.
fn gateways(
    context: &Context<'_, '_>,
    table: &Table,
    seen: &mut Vec<Gateway>,
    log: &mut Log,
) -> Vec<Gateway> {
    let found = context.gateways.list(&table.gateways, log);
    for gateway in &found {
        let span = table.gateways.iter().find(|name| name.value == gateway.code);
        if let (true, Some(span)) = (seen.contains(gateway), span.and_then(|name| name.span)) {
            let message = format!("the gateway `{}` has two tables of codes", gateway.code);
            log.push(Diagnostic::new(&codes::E021, message).at(span, "again here"));
        }
    }
    seen.extend(found.iter().cloned());
    found
}

/// The pairs of a table; `known` are the standard codes, if they can be told.
fn own_codes(
    entries: &Entries<Text>,
    known: Option<&[&str]>,
    log: &mut Log,
) -> Vec<(String, String)> {
    let mut firsts: HashMap<&str, Span> = HashMap::new();
    for (key, own) in entries.iter() {
        if let Some(known) = known.filter(|known| !known.contains(&key.text.as_str())) {
            log.push(unknown(key, known));
        }
        let span = own.span_or(key.span);
        match firsts.get(own.value.as_str()) {
            Some(first) => log.push(ambiguous(&own.value, span, *first)),
            None => drop(firsts.insert(&own.value, span)),
        }
    }
    entries.iter().map(|(key, own)| (key.text.clone(), own.value.clone())).collect()
}

fn unknown(key: &Key, known: &[&str]) -> Diagnostic {
    Diagnostic::new(&codes::E013, format!("the enumeration has no code `{}`", key.text))
        .at(key.span, "unknown code")
        .maybe_help(did_you_mean(&key.text, known.iter().copied()))
        .help("add the standard code to the enumeration first")
}

fn ambiguous(code: &str, span: Span, first: Span) -> Diagnostic {
    let message = format!("two standard codes are `{code}` at one gateway");
    Diagnostic::new(&codes::E037, message)
        .at(span, "again here")
        .at(first, "first here")
        .help("compare both with the docs: one of them is wrong")
}
