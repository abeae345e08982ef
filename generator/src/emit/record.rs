//! Records: the types of responses, and of the bodies of requests.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ident::ident;
use super::{constructor, debug, docs, rejection, rules, serde, types};
use crate::model::{Api, Field, Pagination, Shape, Type, TypeId};

/// A public struct that is read from JSON, and written to it when requests carry it.
pub fn tokens(api: &Api, id: TypeId, fields: &[Field]) -> TokenStream {
    let (ty, all): (_, Vec<&Field>) = (api.ty(id), fields.iter().collect());
    let name = ident(&ty.name);
    let definition = definition(api, ty, &all);
    let constructor = ty.sent.then(|| constructor(api, id, &all));
    let writing = writing(ty, &name, &all);
    let serde = serde::tokens(&name);
    let reading = reading(ty, &name, &all, api.pagination_of(id));
    let debug = debug::implementation(&ty.name, &all);
    let page = page(api, id);
    let rejection = rejection::reader(api, id);
    quote!(#definition #constructor #rejection #reading #page #writing #debug #serde)
}

fn definition(api: &Api, ty: &Type, fields: &[&Field]) -> TokenStream {
    let documentation = docs::ty(ty).aliases([&ty.docs_name, &ty.title], &ty.name).tokens();
    let default = if ty.sent { constructor::default(fields) } else { TokenStream::new() };
    let derives = debug::derives(fields, &default);
    let name = ident(&ty.name);
    let members = fields.iter().map(|field| member(api, ty, field));
    quote! {
        #documentation
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#members,)*
        }
    }
}

fn member(api: &Api, ty: &Type, field: &Field) -> TokenStream {
    let documentation = docs::field(field).tokens();
    let deprecation = debug::deprecation(field);
    let name = ident(&field.name);
    let ty = if ty.sent { types::sent(api, field) } else { types::received(api, field) };
    quote!(#documentation #deprecation pub #name: #ty)
}

fn constructor(api: &Api, id: TypeId, fields: &[&Field]) -> TokenStream {
    let name = ident(&api.ty(id).name);
    let rules = rules::of_record(api, id, fields);
    let constructor = constructor::tokens(api, constructor::Noun::Record, fields, |_| false);
    quote! {
        impl #name {
            #rules
            #constructor
        }
    }
}

/// Records of requests are always serialized; others only behind the feature `serde`.
fn writing(ty: &Type, name: &Ident, fields: &[&Field]) -> TokenStream {
    let deprecated = debug::allow_deprecated(fields);
    let members = fields.iter().map(|field| {
        let (wire, member) = (&field.wire, ident(&field.name));
        quote!(.with(#wire, &self.#member))
    });
    let (gate, path) = match ty.sent {
        true => (TokenStream::new(), TokenStream::new()),
        // Not imported, for without the feature nothing would use the imports.
        false => (quote!(#[cfg(feature = "serde")]), quote!(serde::)),
    };
    quote! {
        #gate
        #deprecated
        impl #path ToJson for #name {
            fn to_json(&self) -> #path Value {
                #path Fields::new()#(#members)*.into()
            }
        }
    }
}

fn reading(ty: &Type, name: &Ident, fields: &[&Field], page: Option<&Pagination>) -> TokenStream {
    let deprecated = debug::allow_deprecated(fields);
    let members = fields.iter().map(|field| {
        let (member, wire, how) = (ident(&field.name), &field.wire, ident(how(ty, field)));
        quote!(#member: members.#how(#wire))
    });
    let object = match (&ty.wraps, page) {
        (Some(list), _) => quote!(json.object_or_list(#list)),
        (None, Some(Pagination { list, .. })) => quote!(json.page(#list)),
        (None, None) => quote!(json.object()),
    };
    quote! {
        #deprecated
        impl FromJson for #name {
            fn from_json(json: Json<'_>) -> Self {
                let mut members = #object;
                Self { #(#members,)* }
            }
        }
    }
}

/// The implementation of `Pageable`, for a record that is a page of a list.
fn page(api: &Api, id: TypeId) -> Option<TokenStream> {
    let pagination = api.pagination_of(id)?;
    let (name, item) = (ident(&api.ty(id).name), types::item(api, pagination.item));
    let (list, next) = (ident(&pagination.list), ident(&pagination.next));
    let Shape::Record(fields) = &api.ty(id).shape else { return None };
    let taken =
        fields.iter().filter(|field| [&pagination.list, &pagination.next].contains(&&field.name));
    let deprecated = debug::allow_deprecated(&taken.collect::<Vec<_>>());
    let next =
        if pagination.always_has_next { quote!(Some(self.#next)) } else { quote!(self.#next) };
    Some(quote! {
        #deprecated
        impl Pageable for #name {
            type Item = #item;

            fn into_page(self) -> Page<#item> {
                Page { items: self.#list, next: #next }
            }
        }
    })
}

/// The reader of a field. An absent list is an empty one, except where it has to be sent again as it
/// came, and what is sent cannot be left out.
fn how(ty: &Type, field: &Field) -> &'static str {
    let Field { required, essential, .. } = *field;
    match (field.ty.list, essential || ty.sent) {
        (true, _) if ty.sent && !required => "optional",
        (true, true) => "list_strict",
        (true, false) => "list",
        (false, true) if required => "required",
        (false, true) if essential => "optional_strict",
        (false, _) => "optional",
    }
}
