//! Shared types and code tables: a module for each schema file, and one above them.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::file::{Content, File, Job, job};
use super::ident::ident;
use super::submodules::{self, Submodule};
use super::{features, markdown, section, serde};
use crate::model::{Api, SharedModule};

/// The parent modules of shared types: module, schema folder, its documentation.
const PARENTS: [(&str, &str); 2] = [
    ("types", "Records and enumerations that several sections share."),
    ("codes", "Code tables: standard codes with their Korean names."),
];

/// Every file of shared types.
pub fn jobs(api: &Api) -> Vec<Job<'_>> {
    let mut jobs = Vec::new();
    for (parent, doc) in PARENTS {
        let shared_modules: Vec<_> = api
            .shared_modules
            .iter()
            .filter(|shared_module| shared_module.parent == parent)
            .collect();
        if !shared_modules.is_empty() {
            let shared_modules = shared_modules.clone();
            jobs.push(job(move || above(api, parent, doc, &shared_modules)));
        }
        jobs.extend(
            shared_modules.into_iter().map(|shared_module| job(move || file(api, shared_module))),
        );
    }
    jobs
}

/// `mod types;` and `mod codes;`, for those that there are.
pub fn modules(api: &Api) -> Vec<(&'static str, TokenStream)> {
    let there = PARENTS.iter().filter(|(parent, _)| {
        api.shared_modules.iter().any(|shared_module| shared_module.parent == *parent)
    });
    there
        .map(|(parent, _)| {
            let name = ident(parent);
            (*parent, quote!(pub mod #name;))
        })
        .collect()
}

fn above(api: &Api, parent: &str, doc: &str, shared_modules: &[&SharedModule]) -> File {
    let documentation = Docs::new(doc).inner();
    let modules = shared_modules.iter().map(|shared_module| submodule(api, shared_module));
    let modules = submodules::exported(&modules.collect::<Vec<_>>());
    File {
        path: format!("src/{parent}.rs"),
        source: format!("schema/{parent}"),
        content: Content::Rust(vec![quote!(#documentation #modules)]),
    }
}

/// Its types are exported by name: then the compiler knows the feature of a type that is not compiled.
fn submodule(api: &Api, shared_module: &SharedModule) -> Submodule {
    let types = shared_module.types.iter().map(|id| ident(&api.ty(*id).name));
    Submodule {
        gate: features::shared_gate(api, shared_module),
        name: ident(&shared_module.name),
        items: quote!({#(#types),*}),
    }
}

fn file(api: &Api, shared_module: &SharedModule) -> File {
    let documentation = Docs::new(&markdown::prose(&shared_module.doc))
        .paragraph(&markdown::prose(&shared_module.title))
        .inner();
    let import = serde::import();
    let types = shared_module.types.iter().map(|id| section::ty(api, *id));
    File {
        path: format!("src/{}/{}.rs", shared_module.parent, shared_module.name),
        source: shared_module.source.clone(),
        content: Content::Rust([documentation, import].into_iter().chain(types).collect()),
    }
}
