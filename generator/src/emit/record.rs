//! Records: what the API answers, and what the body of a request can hold.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{constructor, debug, docs, ident, types};
use crate::model::{Api, Field, Type};

/// A public struct that is read from JSON, and written to it when requests carry it.
pub fn tokens(api: &Api, ty: &Type, fields: &[Field]) -> TokenStream {
    let all: Vec<&Field> = fields.iter().collect();
    let name = ident(&ty.name);
    let definition = definition(api, ty, &all);
    let sending = ty.sent.then(|| sending(api, &name, &all));
    let reading = reading(ty, &name, &all);
    let debug = debug::implementation(&ty.name, &all);
    quote!(#definition #sending #reading #debug)
}

fn definition(api: &Api, ty: &Type, fields: &[&Field]) -> TokenStream {
    let documentation = docs::ty(ty).tokens();
    let aliases = docs::aliases([ty.docs_name.as_str(), ty.title.as_str()], &ty.name);
    let default = if ty.sent { constructor::default(fields) } else { TokenStream::new() };
    let derives = debug::derives(fields, &default);
    let name = ident(&ty.name);
    let members = fields.iter().map(|field| member(api, ty, field));
    quote! {
        #documentation
        #aliases
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#members,)*
        }
    }
}

fn member(api: &Api, ty: &Type, field: &Field) -> TokenStream {
    let documentation = docs::field(field).tokens();
    let aliases = docs::aliases([field.wire.as_str(), field.title.as_str()], &field.name);
    let deprecation = debug::deprecation(field);
    let name = ident(&field.name);
    let ty = if ty.sent { types::sent(api, field) } else { types::received(api, field) };
    quote!(#documentation #aliases #deprecation pub #name: #ty)
}

fn sending(api: &Api, name: &Ident, fields: &[&Field]) -> TokenStream {
    let constructor = constructor::tokens(api, fields);
    let deprecated = debug::allow_deprecated(fields);
    let members = fields.iter().map(|field| {
        let (wire, member) = (&field.wire, ident(&field.name));
        quote!(.with(#wire, &self.#member))
    });
    quote! {
        impl #name {
            #constructor
        }
        #deprecated
        impl ToJson for #name {
            fn to_json(&self) -> Value {
                Fields::new()#(#members)*.into()
            }
        }
    }
}

fn reading(ty: &Type, name: &Ident, fields: &[&Field]) -> TokenStream {
    let deprecated = debug::allow_deprecated(fields);
    let members = fields.iter().map(|field| {
        let (member, wire, how) = (ident(&field.name), &field.wire, ident(how(ty, field)));
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

/// An absent list is an empty one, except where it has to be sent again as it came.
fn how(ty: &Type, field: &Field) -> &'static str {
    match (field.ty.list, field.required) {
        (true, false) if ty.sent => "optional",
        (true, _) => "list",
        (false, true) => "required",
        (false, false) => "optional",
    }
}
