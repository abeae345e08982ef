//! Cargo features: one for each section. A shared module exists with each section that uses it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Api, SharedModule};

/// `#[cfg(…)]` for an item behind a feature.
pub fn gate(feature: &str) -> TokenStream {
    quote!(#[cfg(feature = #feature)])
}

/// `#[cfg(…)]` for a shared module; none if every section uses it.
pub fn shared_gate(api: &Api, module: &SharedModule) -> TokenStream {
    if module.sections.len() == api.sections.len() {
        return TokenStream::new();
    }
    let features: Vec<_> = module.sections.iter().map(|name| quote!(feature = #name)).collect();
    match &features[..] {
        [feature] => quote!(#[cfg(#feature)]),
        features => quote!(#[cfg(any(#(#features),*))]),
    }
}
