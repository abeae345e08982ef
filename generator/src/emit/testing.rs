//! Responses for the tests of programs that use the crate: a function for each record.

mod docs;
mod values;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs::Docs;
use super::features;
use super::file::{Content, File, Job, job};
use super::ident::ident;
use crate::model::{Api, Shape, TypeId};

/// `mod testing;`
pub fn module() -> TokenStream {
    let gate = features::gate("testing");
    quote!(#gate pub mod testing;)
}

/// The types of one module of the crate, behind the feature that they need.
#[derive(Clone)]
struct Group<'a> {
    module: &'a str,
    feature: String,
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
        feature: section.name.clone(),
        source: &section.source,
        records: records(&section.types),
    });
    let shared_modules = api.shared_modules.iter().map(|library| Group {
        module: &library.name,
        feature: library.feature(),
        source: &library.source,
        records: records(&library.types),
    });
    let groups = sections.chain(shared_modules);
    let mut groups: Vec<_> = groups.filter(|group| !group.records.is_empty()).collect();
    groups.sort_by_key(|group| module_name(group).to_string());
    groups
}

/// Codes are easy to make without help.
fn is_made(api: &Api, id: TypeId) -> bool {
    !matches!(api.ty(id).shape, Shape::Enumeration(_) | Shape::GatewayCodes(_))
}

/// That of the feature: a section and a file of shared types can have one name.
fn module_name(group: &Group<'_>) -> Ident {
    ident(&group.feature)
}

fn above(api: &Api, groups: &[Group<'_>]) -> File {
    let documentation = docs::module(api).inner();
    let modules = groups.iter().map(|group| {
        let (gate, name) = (features::gate(&group.feature), module_name(group));
        quote!(#gate mod #name;)
    });
    let exports = groups.iter().map(|group| {
        let (gate, name) = (features::gate(&group.feature), module_name(group));
        quote!(#gate pub use #name::*;)
    });
    File {
        path: "src/testing.rs".to_owned(),
        source: "schema/api.yaml".to_owned(),
        content: Content::Rust(vec![quote! {
            #documentation
            #(#modules)*
            pub use portone_v1_runtime::testing::from_json;
            #(#exports)*
        }]),
    }
}

fn file(api: &Api, group: &Group<'_>) -> File {
    let title = format!("Responses of `{}`.", group.module);
    let documentation = Docs::new(&title).inner();
    let functions = group.records.iter().map(|id| values::function(api, *id));
    File {
        path: format!("src/testing/{}.rs", module_name(group)),
        source: group.source.to_owned(),
        content: Content::Rust(std::iter::once(documentation).chain(functions).collect()),
    }
}
