//! Records: what the API answers.

use proc_macro2::TokenStream;
use quote::quote;

use super::{debug, docs, ident, types};
use crate::model::{Api, Field, Type};

/// A public struct that is read from JSON.
pub fn tokens(api: &Api, ty: &Type, fields: &[Field]) -> TokenStream {
    let all: Vec<&Field> = fields.iter().collect();
    let name = ident(&ty.name);
    let documentation = docs::ty(ty).tokens();
    let aliases = docs::aliases([ty.docs_name.as_str(), ty.title.as_str()], &ty.name);
    let derives = debug::derives(&all, &TokenStream::new());
    let members = fields.iter().map(|field| member(api, field));
    let reading = reading(&name, &all);
    let debug = debug::implementation(&ty.name, &all);
    quote! {
        #documentation
        #aliases
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#members,)*
        }
        #reading
        #debug
    }
}

fn member(api: &Api, field: &Field) -> TokenStream {
    let documentation = docs::field(field).tokens();
    let aliases = docs::aliases([field.wire.as_str(), field.title.as_str()], &field.name);
    let deprecation = debug::deprecation(field);
    let name = ident(&field.name);
    let ty = types::received(api, field);
    quote!(#documentation #aliases #deprecation pub #name: #ty)
}

fn reading(name: &proc_macro2::Ident, fields: &[&Field]) -> TokenStream {
    let deprecated = debug::allow_deprecated(fields);
    let members = fields.iter().map(|field| {
        let (member, wire, how) = (ident(&field.name), &field.wire, ident(how(field)));
        quote!(#member: object.#how(#wire)?)
    });
    quote! {
        #deprecated
        impl FromJson for #name {
            fn from_json(json: Json<'_>) -> Result<Self, Mismatch> {
                let object = json.object()?;
                Ok(Self { #(#members,)* })
            }
        }
    }
}

fn how(field: &Field) -> &'static str {
    match (field.ty.list, field.required) {
        (true, _) => "list",
        (false, true) => "required",
        (false, false) => "optional",
    }
}
