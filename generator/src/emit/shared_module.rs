//! Shared types and code tables: a module for each schema file, and one above them.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::file::{Content, File, Job, job};
use super::ident::ident;
use super::{features, markdown, section, serde};
use crate::model::{Api, SharedModule};

/// The rooms of shared types: module, schema folder, what it says of itself.
const ROOMS: [(&str, &str); 2] = [
    ("types", "Records and enumerations that several sections share."),
    ("codes", "Code tables: standard codes with their Korean names."),
];

/// Every file of shared types.
pub fn jobs(api: &Api) -> Vec<Job<'_>> {
    let mut jobs = Vec::new();
    for (room, doc) in ROOMS {
        let shared_modules: Vec<_> =
            api.shared_modules.iter().filter(|library| library.parent == room).collect();
        if !shared_modules.is_empty() {
            let shared_modules = shared_modules.clone();
            jobs.push(job(move || above(room, doc, &shared_modules)));
        }
        jobs.extend(shared_modules.into_iter().map(|library| job(move || file(api, library))));
    }
    jobs
}

/// `mod types;` and `mod codes;`, for those that there are.
pub fn modules(api: &Api) -> Vec<(&'static str, TokenStream)> {
    let there = ROOMS
        .iter()
        .filter(|(room, _)| api.shared_modules.iter().any(|library| library.parent == *room));
    there
        .map(|(room, _)| {
            let name = ident(room);
            (*room, quote!(pub mod #name;))
        })
        .collect()
}

fn above(room: &str, doc: &str, shared_modules: &[&SharedModule]) -> File {
    let documentation = Docs::new(doc).inner();
    let modules = shared_modules.iter().map(|library| {
        let (gate, name) = (features::gate(&library.feature()), ident(&library.name));
        quote!(#gate mod #name;)
    });
    let exports = shared_modules.iter().map(|library| {
        let (gate, name) = (features::gate(&library.feature()), ident(&library.name));
        quote!(#gate pub use #name::*;)
    });
    File {
        path: format!("src/{room}.rs"),
        source: format!("schema/{room}"),
        content: Content::Rust(vec![quote!(#documentation #(#modules)* #(#exports)*)]),
    }
}

fn file(api: &Api, library: &SharedModule) -> File {
    let documentation = Docs::new(&markdown::prose(&library.doc))
        .paragraph(&markdown::prose(&library.title))
        .inner();
    let import = serde::import();
    let types = library.types.iter().map(|id| section::ty(api, *id));
    File {
        path: format!("src/{}/{}.rs", library.parent, library.name),
        source: library.source.clone(),
        content: Content::Rust([documentation, import].into_iter().chain(types).collect()),
    }
}
