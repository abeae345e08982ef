//! The client for programs without async: the same calls, waited for.

mod client;
mod section;

use proc_macro2::TokenStream;
use quote::quote;

use super::features;
use super::file::{Job, job};
use crate::model::Api;

/// `mod blocking;`
pub fn module() -> TokenStream {
    let gate = features::gate("blocking");
    quote!(#gate pub mod blocking;)
}

/// The client's file, and one for each section.
pub fn jobs(api: &Api) -> impl Iterator<Item = Job<'_>> {
    let sections = api.sections.iter().map(move |section| job(move || section::file(api, section)));
    std::iter::once(job(|| client::file(api))).chain(sections)
}
