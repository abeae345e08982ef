//! The parameters of an operation: path, query and body.

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::{Field, Gateway, Item, ParamLocation, Parameter};
use crate::resolve::fields::Context;
use crate::resolve::names::Scope;
use crate::resolve::namespace::Namespace;
use crate::resolve::omissions::{ExplicitOmissions, Omittable};
use crate::resolve::symbol_table::SymbolTable;
use crate::resolve::wire_name::wire_name;
use crate::syntax::field::Field as FieldSyntax;
use crate::syntax::omission::ExplicitOmission as OmissionSyntax;
use crate::syntax::operation::Operation as Syntax;
use crate::syntax::values::Entries;
use crate::syntax::yaml::Key;

/// Resolves the parameters; the enums of explicit omissions take names of `types`.
pub fn resolve(
    context: &Context<'_, '_>,
    syntax: &Syntax,
    gateways: &[Gateway],
    omissions: &mut ExplicitOmissions,
    types: &mut Scope,
    log: &mut Log,
) -> Vec<Parameter> {
    let mut scope = Scope::new(Namespace::Parameter);
    let locations = [
        (ParamLocation::Path, &syntax.path),
        (ParamLocation::Query, &syntax.query),
        (ParamLocation::Body, &syntax.body),
    ];
    let mut parameters = Vec::new();
    for (location, entries) in locations {
        let Some(entries) = entries else { continue };
        let mut explicit = |field: &Omittable<'_>, declaration: &OmissionSyntax, log: &mut Log| {
            omissions.declare(field, declaration, location, types, log)
        };
        for field in context.fields(entries, &mut scope, gateways, &mut explicit, log) {
            if let Some(key) = key_of(&field, entries) {
                expect_not_essential(&field, key, log);
                expect_sendable(&field, location, context.symbols, key, log);
            }
            parameters.push(Parameter { location, field });
        }
    }
    parameters
}

fn key_of<'e>(field: &Field, entries: &'e Entries<FieldSyntax>) -> Option<&'e Key> {
    entries.iter().map(|(key, _)| key).find(|key| wire_name(key).0 == field.wire)
}

/// Reports a parameter that is essential: nothing of it is read.
fn expect_not_essential(field: &Field, key: &Key, log: &mut Log) {
    if field.essential {
        let message = format!("the parameter `{}` cannot be essential", field.wire);
        log.push(
            Diagnostic::new(&codes::E040, message)
                .at(key.span, "never read")
                .help("remove `essential`, which is for fields of answers"),
        );
    }
}

/// Reports a path value of more than one word, and a record outside the body.
fn expect_sendable(
    field: &Field,
    location: ParamLocation,
    symbols: &SymbolTable<'_>,
    key: &Key,
    log: &mut Log,
) {
    let record = matches!(field.ty.item, Item::Named(id) if symbols.is_record(id));
    let problem = match (location, field.ty.list, record) {
        (ParamLocation::Path | ParamLocation::Query, _, true) => {
            "a record can be sent in the body only"
        }
        (ParamLocation::Path, true, _) => "a path parameter cannot be a list",
        _ => return,
    };
    log.push(Diagnostic::new(&codes::E023, problem).at(key.span, "type not allowed here"));
}
