//! Dependencies between files: the types that sections and modules name, the types that requests carry, and
//! the types that nothing uses.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::{Api, Operation, Parameter, Section, Shape, Type, TypeId, closure};
use crate::resolve::symbol_table::SymbolTable;
use crate::resolve::types::Resolved;

/// The types that requests carry: users must be able to construct them.
pub fn sent<'p>(
    types: &[Resolved],
    parameters: impl Iterator<Item = &'p Parameter>,
) -> BTreeSet<TypeId> {
    let roots = parameters.filter_map(|parameter| parameter.field.ty.item.named()).collect();
    closure(roots, |id| &types[id.0].shape)
}

/// The types that these types name directly.
pub fn named(ids: &[TypeId], types: &[Type]) -> BTreeSet<TypeId> {
    ids.iter().flat_map(|id| types[id.0].shape.named()).collect()
}

/// The types that a section names directly.
pub fn named_by_section(
    section: &Section,
    types: &[Type],
    gateways: Option<TypeId>,
) -> BTreeSet<TypeId> {
    let mut named = named(&section.types, types);
    named.extend(roots(&section.operations, gateways));
    named
}

/// Reports the types that are used where they must not be, and those that are not used.
pub fn report(api: &Api, symbols: &SymbolTable<'_>, log: &mut Log) {
    report_sent_choices(api, symbols, log);
    report_sent_errors(api, symbols, log);
    report_borrowed(api, symbols, log);
    // Among other errors, the operation that names it may be the one that could not be read.
    if log.is_empty() {
        report_unused(api, symbols, log);
    }
}

/// The types that a section's operations name, and the gateways that requests are checked for.
fn roots(operations: &[Operation], gateways: Option<TypeId>) -> BTreeSet<TypeId> {
    let answered = operations.iter().flat_map(Operation::answered);
    let parameters = operations.iter().flat_map(|operation| &operation.parameters);
    let sent = parameters.filter_map(|parameter| parameter.field.ty.item.named());
    answered.chain(sent).chain(gateways).collect()
}

/// A choice cannot be serialized: its discriminators are defined for responses only.
fn report_sent_choices(api: &Api, symbols: &SymbolTable<'_>, log: &mut Log) {
    for (ty, declared) in api.types.iter().zip(&symbols.declared) {
        if ty.sent && matches!(ty.shape, Shape::Choice(_)) {
            let message = format!("a request cannot send the choice `{}`", ty.docs_name);
            log.push(
                Diagnostic::new(&codes::E023, message)
                    .at(declared.span, "choices are allowed in responses only")
                    .help("use one of its records in the request"),
            );
        }
    }
}

/// A record of requests has setters, one of which could have the name of the function that reads it from
/// an error.
fn report_sent_errors(api: &Api, symbols: &SymbolTable<'_>, log: &mut Log) {
    let errors: BTreeSet<TypeId> =
        api.operations().filter_map(|operation| operation.error).collect();
    for id in errors.into_iter().filter(|id| api.ty(*id).sent) {
        let message = format!("a request cannot send the error `{}`", api.ty(id).docs_name);
        log.push(
            Diagnostic::new(&codes::E023, message)
                .at(symbols.declared[id.0].span, "the `error` of a rejection")
                .help("use another record in the request"),
        );
    }
}

/// A section's types exist only with its feature, so other modules cannot depend on them.
fn report_borrowed(api: &Api, symbols: &SymbolTable<'_>, log: &mut Log) {
    let owners: HashMap<TypeId, &str> = api
        .sections
        .iter()
        .flat_map(|owner| owner.types.iter().map(|id| (*id, owner.source.as_str())))
        .collect();
    for (user, used) in users(api) {
        for id in used {
            let Some(owner) = owners.get(&id).filter(|owner| **owner != user) else { continue };
            log.push(
                Diagnostic::new(&codes::E023, format!("{user} uses a type of {owner}"))
                    .at(symbols.declared[id.0].span, "available in its own section only")
                    .help("move it to a file in `types/`"),
            );
        }
    }
}

/// Every file, and the types that it names.
fn users(api: &Api) -> impl Iterator<Item = (&str, BTreeSet<TypeId>)> {
    let shared_modules = api.shared_modules.iter();
    let shared_modules = shared_modules
        .map(move |module| (module.source.as_str(), named(&module.types, &api.types)));
    let sections = api.sections.iter().map(move |section| {
        (section.source.as_str(), named_by_section(section, &api.types, api.gateways))
    });
    shared_modules.chain(sections)
}

fn report_unused(api: &Api, symbols: &SymbolTable<'_>, log: &mut Log) {
    let reached = reached(api);
    for (index, ty) in api.types.iter().enumerate() {
        if !reached.contains(&TypeId(index)) {
            let message = format!("no operation uses the type `{}`", ty.docs_name);
            log.push(
                Diagnostic::new(&codes::E024, message)
                    .at(symbols.declared[index].span, "never used")
                    .help("remove it, or use it in an operation or a type"),
            );
        }
    }
}

/// Every type that some operation names, directly or through other types.
fn reached(api: &Api) -> BTreeSet<TypeId> {
    api.closure(
        api.sections.iter().flat_map(|section| roots(&section.operations, api.gateways)).collect(),
    )
}
