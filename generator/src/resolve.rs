//! Syntax → model: names, references and rules. Every error in a schema is known after this.

mod catalogue;
mod decisions;
mod fields;
mod gateways;
mod lookup;
mod modules;
mod names;
mod operations;
mod reach;
mod reconcile;
mod responses;
mod routes;
mod section_order;
mod sections;
mod types;
mod wire_name;

use crate::diagnostics::Log;
use crate::model::{Api, Type};
use crate::syntax::Schema;
use crate::syntax::file::ApiFile;
use catalogue::Catalogue;
use fields::Context;
use gateways::Gateways;
use modules::ResolvedModule;
use names::{Scope, Use};
use operations::Operations;
use reach::Features;
use sections::ResolvedSection;

/// Resolves a schema. The model is to be used only when the log stayed empty.
pub fn resolve(schema: &Schema, log: &mut Log) -> Option<Api> {
    let file = &schema.api.as_ref()?;
    let files = section_order::in_order(schema, file, log);
    let mut catalogue = Catalogue::new(schema.lacks_types);
    let modules = modules::declare(schema, &mut catalogue, log);
    let own_types = sections::declare(&files, &mut catalogue, log);

    let gateways = Gateways::of(&catalogue);
    let context = Context { catalogue: &catalogue, gateways: &gateways };
    let mut names = Scope::new(Use::Type);
    let types = types::resolve(&context, &mut names, log);
    let docs = &file.content.docs.value;
    let mut operations = Operations::new(context, names);
    let sections = sections::resolve(&files, own_types, docs, &mut operations, log);

    let requests = sections.iter().flat_map(|section| &section.operations);
    let parameters = requests.flat_map(|operation| &operation.parameters);
    let sent = reach::sent(&types, parameters);
    let types = types::build(types, &catalogue, docs, &sent);
    let reconcile = reconcile::resolve(&sections, &types, schema, &catalogue, log);
    let api = build(&file.content, sections, reconcile, modules, types, &catalogue);
    reach::report(&api, &catalogue, log);
    Some(api)
}

fn build(
    file: &ApiFile,
    sections: Vec<ResolvedSection<'_>>,
    reconcile: reconcile::Reconciliations,
    modules: Vec<ResolvedModule<'_>>,
    types: Vec<Type>,
    catalogue: &Catalogue<'_>,
) -> Api {
    let gateways = Gateways::table(catalogue);
    let features = Features::new(&modules, &types, gateways);
    let sections = sections.into_iter().zip(reconcile);
    let sections: Vec<_> =
        sections.map(|(section, reads)| section.build(reads, &types, &features)).collect();
    let libraries = modules.into_iter().map(|module| {
        let needs = features.of_module(&module);
        module.build(needs)
    });
    Api {
        title: file.title.value.clone(),
        doc: file.doc.value.clone(),
        base_url: file.base_url.value.clone(),
        revision: file.revision.value.clone(),
        payment_lookup: responses::payment_lookup(&sections, &types),
        libraries: libraries.collect(),
        sections,
        types,
        gateways,
    }
}
