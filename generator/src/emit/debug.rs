//! `Debug`: derived, or written out where a field must not be shown.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use crate::model::{Field, Item};

/// The derive list, with `Debug` in it when nothing has to be hidden.
pub fn derives(fields: &[&Field], more: &TokenStream) -> TokenStream {
    if fields.iter().any(|field| field.privacy.hidden()) {
        quote!(#[derive(Clone, PartialEq #more)])
    } else {
        quote!(#[derive(Clone, Debug, PartialEq #more)])
    }
}

/// The written-out `Debug`, when something has to be hidden.
pub fn implementation(name: &str, fields: &[&Field]) -> TokenStream {
    if !fields.iter().any(|field| field.privacy.hidden()) {
        return TokenStream::new();
    }
    let ty = ident(name);
    let shown = fields.iter().map(|field| shown(field));
    let deprecated = allow_deprecated(fields);
    quote! {
        #deprecated
        impl fmt::Debug for #ty {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.debug_struct(#name)#(#shown)*.finish()
            }
        }
    }
}

fn shown(field: &Field) -> TokenStream {
    let (name, member) = (&field.name, ident(&field.name));
    if field.explicit_omission().is_some() {
        // Its own `Debug` hides what has to be hidden.
        return quote!(.field(#name, &self.#member));
    }
    let single = field.required && !field.ty.list;
    if field.privacy.hidden() && single && matches!(field.ty.item, Item::Named(_)) {
        quote!(.field(#name, &Redacted::Value))
    } else if field.privacy.hidden() {
        quote!(.field(#name, &Redacted::of(&self.#member)))
    } else {
        quote!(.field(#name, &self.#member))
    }
}

/// `#[allow(deprecated)]`, for the crate's own use of deprecated items.
pub fn allow_deprecated(fields: &[&Field]) -> TokenStream {
    if fields.iter().any(|field| note(field).is_some()) {
        quote!(#[allow(deprecated)])
    } else {
        TokenStream::new()
    }
}

/// `#[deprecated]` with the schema's sentence.
pub fn deprecation(field: &Field) -> TokenStream {
    match note(field) {
        Some(note) => quote!(#[deprecated(note = #note)]),
        None => TokenStream::new(),
    }
}

fn note(field: &Field) -> Option<String> {
    match (&field.undocumented_since, &field.deprecated) {
        (Some(since), Some(why)) => Some(format!("undocumented since {since}: {why}")),
        (Some(since), None) => Some(format!("undocumented since {since}")),
        (None, why) => why.clone(),
    }
}
