//! Syntax → model: names, references and rules. Every error in a schema is known after this.

mod alternatives;
mod anchor;
mod base_url;
mod dependencies;
mod fields;
mod foreign_types;
mod gateway_codes;
mod gateways;
mod identity;
mod limits;
mod modules;
mod names;
mod namespace;
mod not_found;
mod omissions;
mod operations;
mod parameters;
mod payment_lookup;
mod reconcile;
mod reconcile_keys;
mod rejections;
mod reserved;
mod responses;
mod routes;
mod section_order;
mod sections;
mod shared_uses;
mod statuses;
mod symbol_table;
mod types;
mod wire_name;

use crate::diagnostics::Log;
use crate::model::{Api, Type};
use crate::syntax::Schema;
use crate::syntax::file::ApiFile;
use fields::Context;
use gateways::Gateways;
use modules::ResolvedModule;
use names::Scope;
use namespace::Namespace;
use operations::Operations;
use sections::ResolvedSection;
use symbol_table::SymbolTable;

/// Resolves a schema. The model is to be used only when the log stayed empty.
pub fn resolve(schema: &Schema, log: &mut Log) -> Option<Api> {
    let file = &schema.api.as_ref()?;
    base_url::check(&file.content.base_url, log);
    let files = section_order::in_order(schema, file, log);
    let mut symbols = SymbolTable::new(schema.lacks_types);
    let modules = modules::declare(schema, &mut symbols, log);
    let own_types = sections::declare(&files, &mut symbols, log);

    let gateways = Gateways::of(&symbols);
    let context = Context { symbols: &symbols, gateways: &gateways };
    let mut names = Scope::new(Namespace::Type);
    let types = types::resolve(&context, &mut names, log);
    let docs = &file.content.docs.value;
    let mut operations = Operations::new(context, names);
    let sections = sections::resolve(&files, own_types, docs, &mut operations, log);

    let requests = sections.iter().flat_map(|section| &section.operations);
    let parameters = requests.flat_map(|operation| &operation.parameters);
    let sent = dependencies::sent(&types, parameters);
    let types = types::build(types, &symbols, docs, &sent);
    let reconciliations = reconcile::resolve(&sections, &types, schema, &symbols, log);
    let api = build(&file.content, sections, reconciliations, modules, types, &symbols);
    dependencies::report(&api, &symbols, log);
    Some(api)
}

/// True if a code yields the name of a variant, so that it needs none by hand.
pub fn yields_variant(code: &str) -> bool {
    yields_name(Namespace::Variant, code)
}

/// True if a name on the wire yields the name of a parameter and of a field.
pub fn yields_field(wire: &str) -> bool {
    yields_name(Namespace::Parameter, wire)
}

fn yields_name(namespace: Namespace, wire: &str) -> bool {
    let name = namespace.cased(wire);
    namespace.is_cased(&name) && !namespace.is_reserved(&name)
}

fn build(
    file: &ApiFile,
    sections: Vec<ResolvedSection<'_>>,
    reconciliations: reconcile::Reconciliations,
    modules: Vec<ResolvedModule<'_>>,
    types: Vec<Type>,
    symbols: &SymbolTable<'_>,
) -> Api {
    let gateways = Gateways::of(symbols).table;
    let sections = sections.into_iter().zip(reconciliations);
    let sections: Vec<_> =
        sections.map(|(section, reconciliations)| section.build(reconciliations, &types)).collect();
    let users = shared_uses::sections_of(&modules, &sections, &types, gateways);
    let shared_modules = modules.into_iter().zip(users);
    let shared_modules = shared_modules.map(|(module, sections)| module.build(sections));
    Api {
        title: file.title.value.clone(),
        doc: file.doc.value.clone(),
        base_url: file.base_url.value.clone(),
        revision: file.revision.value.clone(),
        payment_lookup: payment_lookup::find(&sections, &types),
        shared_modules: shared_modules.collect(),
        sections,
        types,
        gateways,
    }
}
