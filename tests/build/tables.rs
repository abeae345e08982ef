//! The list of all enumerations.

use portone_v1_generator::model::{Api, Shape};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// The whole file.
pub fn tokens(api: &Api) -> TokenStream {
    let enumerations = api.types.iter().filter(|ty| matches!(ty.shape, Shape::Enumeration(_)));
    let tables = enumerations.map(|ty| {
        let name = &ty.name;
        let (module, ident) = (format_ident!("{}", ty.module), format_ident!("{name}"));
        let path = quote!(portone_v1::#module::#ident);
        quote! {
            Table {
                ty: #name,
                rows: || rows(#path::ALL, #path::code, #path::name),
            }
        }
    });
    quote! {
        pub(crate) const TABLES: &[Table] = &[#(#tables),*];
    }
}
