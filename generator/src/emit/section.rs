//! A section: its handle, its operations and the types that only it needs.

use proc_macro2::TokenStream;
use quote::quote;

use super::file::{Content, File};
use super::ident::ident;
use super::{
    choice, docs, enumeration, explicit_omission, gateway_codes, operation, record, request, serde,
};
use crate::model::{Api, Section, Shape, TypeId};

/// The file of a section.
pub fn file(api: &Api, section: &Section) -> File {
    let mut pieces = vec![docs::module(section).inner()];
    pieces.extend((!section.types.is_empty()).then(serde::import));
    pieces.push(handle(api, section));
    let operations = section.operations.iter();
    pieces.extend(operations.clone().map(|each| operation::constant(api, section, each)));
    pieces.extend(operations.map(|each| request::tokens(api, section, each)));
    pieces.extend(explicit_omission::all(api, section));
    pieces.extend(section.types.iter().map(|id| ty(api, *id)));
    File {
        path: format!("src/{}.rs", section.name),
        source: section.source.clone(),
        content: Content::Rust(pieces),
    }
}

fn handle(api: &Api, section: &Section) -> TokenStream {
    let documentation = docs::section(section).aliases([&section.title], &section.handle).tokens();
    let name = ident(&section.handle);
    let operations = section.operations.iter();
    let methods = operations.map(|operation| operation::method(api, section, operation));
    quote! {
        #documentation
        #[derive(Clone, Copy, Debug)]
        pub struct #name<'a> {
            transport: &'a Transport,
        }
        impl<'a> #name<'a> {
            pub(crate) fn new(transport: &'a Transport) -> Self {
                Self { transport }
            }
            #(#methods)*
        }
    }
}

/// One type, whichever its shape.
pub fn ty(api: &Api, id: TypeId) -> TokenStream {
    let ty = api.ty(id);
    match &ty.shape {
        Shape::Record(fields) => record::tokens(api, id, fields),
        Shape::Enumeration(values) => enumeration::tokens(ty, values),
        Shape::Choice(choices) => choice::tokens(api, ty, choices),
        Shape::GatewayCodes(codes) => gateway_codes::tokens(api, ty, codes),
    }
}
