//! Which files need which: decides the cargo features that a section switches on, and finds the
//! types that nobody uses.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::{Api, Item, Section, Shape, TypeId};
use crate::resolve::catalogue::Catalogue;

/// Notes for every section and library which libraries it needs directly; cargo follows the rest.
pub fn connect(api: &mut Api, catalogue: &Catalogue<'_>, log: &mut Log) {
    let sections: Vec<_> = api.sections.iter().map(|section| section_needs(api, section)).collect();
    let libraries = api.libraries.iter().map(|library| {
        let mut needs = features(api, library.types.iter().flat_map(|id| members(api, *id)));
        needs.remove(&library.feature());
        needs
    });
    let libraries: Vec<_> = libraries.collect();
    for (section, needs) in api.sections.iter_mut().zip(sections) {
        section.needs = needs;
    }
    for (library, needs) in api.libraries.iter_mut().zip(libraries) {
        library.needs = needs;
    }
    report_unused(api, catalogue, log);
}

fn section_needs(api: &Api, section: &Section) -> BTreeSet<String> {
    let own = section.types.iter().flat_map(|id| members(api, *id));
    features(api, roots(section).into_iter().chain(own))
}

fn features(api: &Api, types: impl Iterator<Item = TypeId>) -> BTreeSet<String> {
    let types: BTreeSet<TypeId> = types.collect();
    let holds =
        |library: &&crate::model::Library| library.types.iter().any(|id| types.contains(id));
    api.libraries.iter().filter(holds).map(crate::model::Library::feature).collect()
}

/// The types that a section's operations name.
fn roots(section: &Section) -> BTreeSet<TypeId> {
    let returns = section.operations.iter().filter_map(|operation| operation.returns);
    let parameters = section.operations.iter().flat_map(|operation| &operation.parameters);
    let refs = returns.chain(parameters.map(|parameter| parameter.field.ty));
    refs.filter_map(|ty| named(ty.item)).collect()
}

fn named(item: Item) -> Option<TypeId> {
    match item {
        Item::Named(id) => Some(id),
        _ => None,
    }
}

fn members(api: &Api, id: TypeId) -> Vec<TypeId> {
    match &api.ty(id).shape {
        Shape::Record(fields) => fields.iter().filter_map(|field| named(field.ty.item)).collect(),
        Shape::Enumeration(_) => Vec::new(),
    }
}

fn report_unused(api: &Api, catalogue: &Catalogue<'_>, log: &mut Log) {
    let reached = reached(api);
    for (index, ty) in api.types.iter().enumerate() {
        if !reached.contains(&TypeId(index)) {
            let message = format!("no operation uses the type `{}`", ty.docs_name);
            log.push(
                Diagnostic::new(&codes::E024, message)
                    .at(catalogue.declared[index].span, "never used")
                    .help("remove it, or name it where it belongs"),
            );
        }
    }
}

/// Every type that some operation names, directly or through other types.
fn reached(api: &Api) -> BTreeSet<TypeId> {
    let mut reached: BTreeSet<TypeId> = api.sections.iter().flat_map(roots).collect();
    let mut pending: Vec<TypeId> = reached.iter().copied().collect();
    while let Some(id) = pending.pop() {
        for next in members(api, id) {
            if reached.insert(next) {
                pending.push(next);
            }
        }
    }
    reached
}
