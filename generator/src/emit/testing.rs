//! Responses for the tests of programs that use the crate: a function for each record.

mod docs;
mod paid;
mod values;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::features;
use super::file::{Content, File, Job, job};
use super::ident::ident;
use super::submodules::{self, Submodule};
use crate::model::{Api, Shape, SharedModule, TypeId};

/// `mod testing;`
pub fn module() -> TokenStream {
    let gate = features::gate("testing");
    quote!(#gate pub mod testing;)
}

/// The types of one module of the crate, behind the features that they need.
#[derive(Clone)]
struct Group<'a> {
    module: &'a str,
    file: String,
    /// The shared module; none for the types of a section.
    shared: Option<&'a SharedModule>,
    source: &'a str,
    records: Vec<TypeId>,
}

/// The file above, and one for each module with records of responses.
pub fn jobs(api: &Api) -> Vec<Job<'_>> {
    let groups = groups(api);
    let files = groups.clone().into_iter().map(|group| job(move || file(api, &group)));
    std::iter::once(job(move || above(api, &groups))).chain(files).collect()
}

fn groups(api: &Api) -> Vec<Group<'_>> {
    let answered = api.answered();
    let records = |types: &[TypeId]| {
        let made = types.iter().copied().filter(|id| answered.contains(id) && is_made(api, *id));
        made.collect::<Vec<_>>()
    };
    let sections = api.sections.iter().map(|section| Group {
        module: &section.name,
        file: section.name.clone(),
        shared: None,
        source: &section.source,
        records: records(&section.types),
    });
    let shared_modules = api.shared_modules.iter().map(|library| Group {
        module: &library.name,
        // A section and a file of shared types can have one name.
        file: format!("_{}_{}", library.parent, library.name),
        shared: Some(library),
        source: &library.source,
        records: records(&library.types),
    });
    let groups = sections.chain(shared_modules);
    let mut groups: Vec<_> = groups.filter(|group| !group.records.is_empty()).collect();
    groups.sort_by(|one, other| one.file.cmp(&other.file));
    groups
}

/// Codes are easy to make without help.
fn is_made(api: &Api, id: TypeId) -> bool {
    !matches!(api.ty(id).shape, Shape::Enumeration(_) | Shape::GatewayCodes(_))
}

fn submodule(api: &Api, group: &Group<'_>) -> Submodule {
    let gate = match group.shared {
        Some(module) => features::shared_gate(api, module),
        None => features::gate(group.module),
    };
    Submodule { gate, name: ident(&group.file), items: quote!(*) }
}

fn above(api: &Api, groups: &[Group<'_>]) -> File {
    let documentation = docs::module(api).inner();
    let modules = groups.iter().map(|group| submodule(api, group));
    let modules = submodules::exported(&modules.collect::<Vec<_>>());
    File {
        path: "src/testing.rs".to_owned(),
        source: "schema/api.yaml".to_owned(),
        content: Content::Rust(vec![quote! {
            #documentation
            pub use portone_v1_runtime::testing::from_json;
            #modules
        }]),
    }
}

fn file(api: &Api, group: &Group<'_>) -> File {
    let title = format!("Responses of `{}`.", group.module);
    let documentation = Docs::new(&title).inner();
    let functions = group.records.iter().map(|id| values::function(api, *id));
    File {
        path: format!("src/testing/{}.rs", ident(&group.file)),
        source: group.source.to_owned(),
        content: Content::Rust(std::iter::once(documentation).chain(functions).collect()),
    }
}
