//! The client for programs without async: the same calls, waited for.

mod client;
mod section;

use proc_macro2::TokenStream;
use quote::quote;

use super::{File, features};
use crate::model::Api;

/// `mod blocking;`
pub fn module() -> TokenStream {
    let gate = features::gate("blocking");
    quote!(#gate pub mod blocking;)
}

/// The client's file, and one for each section.
pub fn files(api: &Api) -> Vec<File> {
    let sections = api.sections.iter().map(|section| section::file(api, section));
    std::iter::once(client::file(api)).chain(sections).collect()
}
