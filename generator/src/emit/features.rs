//! Cargo features: one for each section, and one for each shared module behind them.

use proc_macro2::TokenStream;
use quote::quote;

/// `#[cfg(…)]` for what is there when the feature is.
pub fn gate(feature: &str) -> TokenStream {
    quote!(#[cfg(feature = #feature)])
}
