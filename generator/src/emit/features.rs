//! Cargo features: one for each section, and one for each shared module behind them.

use proc_macro2::TokenStream;
use quote::quote;

/// `#[cfg(…)]` for an item behind a feature.
pub fn gate(feature: &str) -> TokenStream {
    quote!(#[cfg(feature = #feature)])
}
