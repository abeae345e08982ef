//! Syntax → model: names, references and rules. Every error in a schema is known after this.

mod catalogue;
mod decisions;
mod fields;
mod gateways;
mod lookup;
mod names;
mod operations;
mod reach;
mod reconcile;
mod routes;
mod sections;
mod types;

use std::collections::BTreeSet;

use heck::ToUpperCamelCase;

use crate::diagnostics::Log;
use crate::model::{Api, Library, Section, TypeId};
use crate::source::{Room, Span};
use crate::syntax::file::{ApiFile, SectionFile};
use crate::syntax::{Parsed, Schema};
use catalogue::Catalogue;
use decisions::Decisions;
use fields::Context;
use gateways::Gateways;
use names::{Scope, Use};
use operations::Operations;
use routes::Routes;

/// Resolves a schema. The model is to be used only when the log stayed empty.
pub fn resolve(schema: &Schema, log: &mut Log) -> Option<Api> {
    let file = schema.api.as_ref()?;
    let sections = sections::in_order(schema, file, log);
    let mut catalogue = Catalogue::new(schema.lacks_types);
    let libraries = libraries(schema, &mut catalogue, log);
    let own_types: Vec<_> =
        sections.iter().map(|section| declare(section, &mut catalogue, log)).collect();
    let gateways = Gateways::of(&catalogue);

    let docs = &file.content.docs.value;
    let mut names = Scope::new(Use::Type);
    let context = Context { catalogue: &catalogue, gateways: &gateways };
    let types = types::resolve(&context, docs, &mut names, log);
    let mut operations = Operations {
        context,
        routes: Routes::default(),
        types: names,
        decisions: Decisions::default(),
    };
    let mut modules = Scope::new(Use::Section);
    let mut resolve = |(parsed, types): (&&Parsed<SectionFile>, Vec<TypeId>)| {
        section(parsed, types, docs, &mut modules, &mut operations, log)
    };
    let resolved = sections.iter().zip(own_types).map(&mut resolve).collect();

    let mut api = api(&file.content, resolved, libraries, types, &catalogue);
    reconcile::connect(&mut api, &sections, schema, &catalogue, log);
    reach::connect(&mut api, &catalogue, log);
    Some(api)
}

fn api(
    file: &ApiFile,
    sections: Vec<Section>,
    libraries: Vec<Library>,
    types: Vec<crate::model::Type>,
    catalogue: &Catalogue<'_>,
) -> Api {
    Api {
        title: file.title.value.clone(),
        doc: file.doc.value.clone(),
        base_url: file.base_url.value.clone(),
        revision: file.revision.value.clone(),
        sections,
        libraries,
        types,
        gateways: Gateways::table(catalogue),
    }
}

fn libraries<'s>(schema: &'s Schema, catalogue: &mut Catalogue<'s>, log: &mut Log) -> Vec<Library> {
    let mut libraries = Vec::new();
    let (mut codes, mut types) = (Scope::new(Use::Library), Scope::new(Use::Library));
    for file in &schema.types {
        let (room, names) = match file.room {
            Room::Codes => ("codes", &mut codes),
            _ => ("types", &mut types),
        };
        let span = file.content.title.span_or(Span { file: file.file, start: 0, end: 0 });
        libraries.push(Library {
            name: names.name(&file.stem, span, None, log),
            room,
            title: file.content.title.value.clone(),
            doc: file.content.doc.value.clone(),
            source: file.path.clone(),
            types: catalogue.declare(&file.content.types, room, log),
            needs: BTreeSet::new(),
        });
    }
    libraries
}

fn declare<'s>(
    section: &&'s Parsed<SectionFile>,
    catalogue: &mut Catalogue<'s>,
    log: &mut Log,
) -> Vec<TypeId> {
    match &section.content.types {
        Some(types) => catalogue.declare(types, &section.stem, log),
        None => Vec::new(),
    }
}

fn section(
    parsed: &Parsed<SectionFile>,
    types: Vec<TypeId>,
    docs: &str,
    modules: &mut Scope,
    operations: &mut Operations<'_, '_>,
    log: &mut Log,
) -> Section {
    let file = &parsed.content;
    let span = file.title.span_or(Span { file: parsed.file, start: 0, end: 0 });
    let name = modules.name(&parsed.stem, span, None, log);
    let handle = operations.types.name(&parsed.stem.to_upper_camel_case(), span, None, log);
    let page = format!("{docs}/{}", file.page.value);
    Section {
        name,
        handle,
        title: file.title.value.clone(),
        doc: file.doc.value.clone(),
        operations: operations.of(file, &page, log),
        page,
        source: parsed.path.clone(),
        types,
        needs: BTreeSet::new(),
    }
}
