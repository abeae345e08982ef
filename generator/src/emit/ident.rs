//! Identifiers of the generated code.

use proc_macro2::{Ident, Span};

/// An identifier from a name that `resolve` has found to be one.
pub fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
