//! Which files need which: decides the cargo features that a section switches on, and finds the
//! types that nobody uses.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::{Api, Section, Shape, TypeId};
use crate::resolve::catalogue::Catalogue;

/// Notes for every section and library which libraries it needs directly; cargo follows the rest.
pub fn connect(api: &mut Api, catalogue: &Catalogue<'_>, log: &mut Log) {
    let homes = Homes::of(api);
    let sections: Vec<_> =
        api.sections.iter().map(|section| section_needs(api, &homes, section)).collect();
    let libraries = api.libraries.iter().map(|library| {
        let mut needs =
            homes.features(library.types.iter().flat_map(|id| api.ty(*id).shape.named()));
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
    mark_sent(api);
    report_sent_choices(api, catalogue, log);
    report_borrowed(api, catalogue, log);
    // Among other errors, the operation that names it may be the one that could not be read.
    if log.is_empty() {
        report_unused(api, catalogue, log);
    }
}

fn section_needs(api: &Api, homes: &Homes, section: &Section) -> BTreeSet<String> {
    let own = section.types.iter().flat_map(|id| api.ty(*id).shape.named());
    homes.features(roots(api, section).into_iter().chain(own))
}

/// The feature of the library that declares each type; a section's types have none.
struct Homes(HashMap<TypeId, String>);

impl Homes {
    fn of(api: &Api) -> Self {
        let types = api.libraries.iter().flat_map(|library| {
            let feature = library.feature();
            library.types.iter().map(move |id| (*id, feature.clone()))
        });
        Self(types.collect())
    }

    fn features(&self, types: impl Iterator<Item = TypeId>) -> BTreeSet<String> {
        types.filter_map(|id| self.0.get(&id)).cloned().collect()
    }
}

/// The types that a section's operations name, and the gateways that a request is checked for.
fn roots(api: &Api, section: &Section) -> BTreeSet<TypeId> {
    let checks = section.operations.iter().any(|operation| api.is_ruled(operation));
    let returns = section.operations.iter().filter_map(|operation| operation.returns);
    let parameters = section.operations.iter().flat_map(|operation| &operation.parameters);
    let refs = returns.chain(parameters.map(|parameter| parameter.field.ty));
    let gateways = api.gateways.filter(|_| checks);
    refs.filter_map(|ty| ty.item.named()).chain(gateways).collect()
}

/// Marks the types that requests carry: users must be able to make those.
fn mark_sent(api: &mut Api) {
    let operations = api.sections.iter().flat_map(|section| &section.operations);
    let parameters = operations.flat_map(|operation| &operation.parameters);
    let roots = parameters.filter_map(|parameter| parameter.field.ty.item.named()).collect();
    for id in api.closure(roots) {
        api.types[id.0].sent = true;
    }
}

/// Nothing says how to write a choice: its variants are told apart in answers only.
fn report_sent_choices(api: &Api, catalogue: &Catalogue<'_>, log: &mut Log) {
    for (ty, declared) in api.types.iter().zip(&catalogue.declared) {
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

/// A section's types are there only when its feature is, so nobody else can count on them.
fn report_borrowed(api: &Api, catalogue: &Catalogue<'_>, log: &mut Log) {
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
                    .at(catalogue.declared[id.0].span, "available in its own section only")
                    .help("move it to a file in `types/`"),
            );
        }
    }
}

/// Every file, and the types that it names.
fn users(api: &Api) -> impl Iterator<Item = (&str, BTreeSet<TypeId>)> {
    let named = |types: &[TypeId]| -> BTreeSet<TypeId> {
        types.iter().flat_map(|id| api.ty(*id).shape.named()).collect()
    };
    let libraries = api.libraries.iter();
    let libraries = libraries.map(move |library| (library.source.as_str(), named(&library.types)));
    let sections = api.sections.iter().map(move |section| {
        let mut types = named(&section.types);
        types.extend(roots(api, section));
        (section.source.as_str(), types)
    });
    libraries.chain(sections)
}

fn report_unused(api: &Api, catalogue: &Catalogue<'_>, log: &mut Log) {
    let reached = reached(api);
    for (index, ty) in api.types.iter().enumerate() {
        if !reached.contains(&TypeId(index)) {
            let message = format!("no operation uses the type `{}`", ty.docs_name);
            log.push(
                Diagnostic::new(&codes::E024, message)
                    .at(catalogue.declared[index].span, "never used")
                    .help("remove it, or use it in an operation or a type"),
            );
        }
    }
}

/// Every type that some operation names, directly or through other types.
fn reached(api: &Api) -> BTreeSet<TypeId> {
    api.closure(api.sections.iter().flat_map(|section| roots(api, section)).collect())
}
