//! Private modules of a file, whose items the file exports.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// A private module.
pub struct Submodule {
    /// `#[cfg(…)]`; none if it is always compiled.
    pub gate: TokenStream,
    /// The name.
    pub name: Ident,
    /// The items that are exported, as a path below the module has them: `*`, `{Order, Shop}`.
    pub items: TokenStream,
}

/// `mod shop;` of each, and `pub use shop::*;`.
pub fn exported(modules: &[Submodule]) -> TokenStream {
    let declarations = modules.iter().map(|Submodule { gate, name, .. }| quote!(#gate mod #name;));
    let exports =
        modules.iter().map(|Submodule { gate, name, items }| quote!(#gate pub use #name::#items;));
    quote!(#(#declarations)* #(#exports)*)
}
