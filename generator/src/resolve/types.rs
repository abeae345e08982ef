//! Records, enumerations and choices.

mod functions;
mod recursion;

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};
use crate::keywords::Wire;
use crate::model::{Choice, EnumValue, Enumeration, Item, Shape, Type, TypeId};
use crate::resolve::fields::Context;
use crate::resolve::gateway_codes;
use crate::resolve::names::Scope;
use crate::resolve::namespace::Namespace;
use crate::resolve::omissions;
use crate::resolve::symbol_table::{Declaration, SymbolTable};
use crate::resolve::wire_name::wire_name;
use crate::syntax::field::Field;
use crate::syntax::type_expr::TypeExpr;
use crate::syntax::types::{Choice as SyntaxChoice, EnumValue as SyntaxValue, Type as Syntax};
use crate::syntax::values::{Entries, Text};
use crate::syntax::yaml::Key;

/// The resolved parts of a declared type.
pub struct Resolved {
    /// The Rust name.
    name: String,
    /// Its fields, codes or choices.
    pub shape: Shape,
    /// The list field that a bare list is read into.
    wraps: Option<String>,
}

/// Resolves every declared type; the position in the result is its id.
pub fn resolve(context: &Context<'_, '_>, names: &mut Scope, log: &mut Log) -> Vec<Resolved> {
    let declared = &context.symbols.declared;
    let resolved: Vec<_> =
        declared.iter().map(|declared| resolve_one(context, declared, names, log)).collect();
    let shapes: Vec<_> = resolved.iter().map(|resolved| &resolved.shape).collect();
    recursion::report(&shapes, context.symbols, log);
    gateway_codes::report_twins(&shapes, context.symbols, log);
    let names: Vec<_> = resolved.iter().map(|resolved| &*resolved.name).collect();
    functions::report(&names, &shapes, context.symbols, log);
    resolved
}

fn resolve_one(
    context: &Context<'_, '_>,
    declared: &Declaration<'_>,
    names: &mut Scope,
    log: &mut Log,
) -> Resolved {
    let by_hand = declared.syntax.and_then(|syntax| syntax.rust.as_ref());
    let name = match by_hand {
        // The docs' names are in UpperCamelCase already; heck would change some of them.
        None => own_name(declared, names, log),
        Some(_) => names.name(declared.docs_name, declared.span, by_hand, log),
    };
    Resolved {
        name,
        shape: declared.syntax.map_or(Shape::Record(Vec::new()), |ty| shape(context, ty, log)),
        wraps: declared.syntax.and_then(|ty| wraps(ty, log)),
    }
}

/// The types of the model; `sent` are those that requests carry.
pub fn build(
    resolved: Vec<Resolved>,
    symbols: &SymbolTable<'_>,
    docs: &str,
    sent: &BTreeSet<TypeId>,
) -> Vec<Type> {
    let types = resolved.into_iter().zip(&symbols.declared).enumerate();
    types
        .map(|(index, (resolved, declared))| {
            let text = |text: fn(&Syntax) -> &Text| {
                declared.syntax.map(|syntax| text(syntax).value.clone()).unwrap_or_default()
            };
            Type {
                name: resolved.name,
                docs_name: declared.docs_name.to_owned(),
                title: text(|syntax| &syntax.title),
                doc: text(|syntax| &syntax.doc),
                page: page(declared, docs),
                module: declared.module.to_owned(),
                shape: resolved.shape,
                wraps: resolved.wraps,
                sent: sent.contains(&TypeId(index)),
            }
        })
        .collect()
}

/// Enumerations and choices are ours: the docs list codes and alternatives where they are used.
fn page(declared: &Declaration<'_>, docs: &str) -> Option<String> {
    let documented = declared.syntax.is_some_and(|ty| ty.fields.is_some() && !ty.inline);
    documented.then(|| format!("{docs}/type-def#{}", declared.docs_name))
}

/// The field must be there, and a list.
fn wraps(ty: &Syntax, log: &mut Log) -> Option<String> {
    let (text, fields) = (ty.wraps.as_ref()?, ty.fields.as_ref()?);
    let is_list = |field: &Field| matches!(field.ty, TypeExpr::List { .. });
    let found = fields.iter().any(|(key, field)| wire_name(key).0 == text.value && is_list(field));
    if let (false, Some(span)) = (found, text.span) {
        let message = format!("there is no list `{}` in the record", text.value);
        let names = fields.0.iter().map(|entry| wire_name(&entry.key).0).collect::<Vec<_>>();
        log.push(
            Diagnostic::new(&codes::E022, message)
                .at(span, "unknown list")
                .maybe_help(did_you_mean(&text.value, names)),
        );
    }
    Some(text.value.clone())
}

fn own_name(declared: &Declaration<'_>, names: &mut Scope, log: &mut Log) -> String {
    let text = Text { value: declared.docs_name.to_owned(), span: Some(declared.span) };
    names.name(declared.docs_name, declared.span, Some(&text), log)
}

fn shape(context: &Context<'_, '_>, syntax: &Syntax, log: &mut Log) -> Shape {
    match (&syntax.fields, &syntax.values) {
        (Some(fields), _) => {
            let mut scope = Scope::new(Namespace::Member);
            Shape::Record(context.fields(fields, &mut scope, &[], &mut omissions::refuse, log))
        }
        (None, Some(values)) => {
            expect_integers(syntax, values, log);
            Shape::Enumeration(Enumeration {
                integer: syntax.wire == Some(Wire::Integer),
                values: variants(values, log),
            })
        }
        (None, None) => match (&syntax.choices, &syntax.gateway_codes) {
            (Some(choices), _) => Shape::Choice(resolve_choices(context, choices, log)),
            (None, Some(codes)) => gateway_codes::resolve(context, codes, log)
                .map_or(Shape::Record(Vec::new()), Shape::GatewayCodes),
            (None, None) => Shape::Record(Vec::new()),
        },
    }
}

/// Every choice but the last needs a discriminator.
fn resolve_choices(
    context: &Context<'_, '_>,
    choices: &Entries<SyntaxChoice>,
    log: &mut Log,
) -> Vec<Choice> {
    let mut scope = Scope::new(Namespace::Variant);
    let mut resolved = Vec::new();
    let last = choices.0.len().saturating_sub(1);
    for (place, (key, choice)) in choices.iter().enumerate() {
        let name = scope.name(&key.text, key.span, None, log);
        if choice.when.is_some() == (place == last) {
            log.push(undecidable(key, place == last));
        }
        let Some(ty) = context.symbols.resolve(&choice.ty, log) else { continue };
        if !matches!(ty.item, Item::Named(id) if !ty.list && context.symbols.is_record(id)) {
            let message = "a choice must be a record";
            log.push(Diagnostic::new(&codes::E023, message).at(key.span, "not a record"));
        }
        let when = choice.when.as_ref().map(|when| when.value.clone());
        resolved.push(Choice { name, doc: choice.doc.value.clone(), ty, when });
    }
    resolved
}

fn undecidable(key: &Key, last: bool) -> Diagnostic {
    let (message, help) = if last {
        ("the last choice is the fallback and cannot have `when`", "remove `when`")
    } else {
        ("this choice has no discriminator", "name one of its fields: `when: …`")
    };
    Diagnostic::new(&codes::E029, message).at(key.span, "undecidable").help(help)
}

fn expect_integers(syntax: &Syntax, values: &Entries<SyntaxValue>, log: &mut Log) {
    let wrong = values.0.iter().filter(|entry| entry.key.text.parse::<i64>().is_err());
    for entry in wrong.filter(|_| syntax.wire == Some(Wire::Integer)) {
        let message = format!("the code `{}` is not an integer", entry.key.text);
        log.push(
            Diagnostic::new(&codes::E009, message)
                .at(entry.key.span, "not an integer")
                .help("the type says `wire: integer`"),
        );
    }
}

fn variants(values: &Entries<SyntaxValue>, log: &mut Log) -> Vec<EnumValue> {
    let mut scope = Scope::new(Namespace::Variant);
    let mut resolve = |(key, value): (&Key, &SyntaxValue)| EnumValue {
        code: key.text.clone(),
        name: scope.name(&key.text, key.span, value.rust.as_ref(), log),
        title: value.title.value.clone(),
        doc: value.doc.value.clone(),
    };
    values.iter().map(&mut resolve).collect()
}
