//! Request structs: what a call carries.

use proc_macro2::TokenStream;
use quote::quote;

use super::{constructor, debug, docs, ident, operation, types};
use crate::model::{Api, Field, Operation, Parameter, Section};

/// The struct, its constructor and the conversion into a call.
pub fn tokens(api: &Api, section: &Section, operation: &Operation) -> TokenStream {
    let fields: Vec<&Field> =
        operation.parameters.iter().map(|parameter| &parameter.field).collect();
    let definition = definition(api, section, operation, &fields);
    let name = ident(&operation.request);
    let constructor = constructor::tokens(api, &fields);
    let call = call(operation);
    let debug = debug::implementation(&operation.request, &fields);
    quote! {
        #definition
        impl #name {
            #constructor
            #call
        }
        #debug
    }
}

fn definition(
    api: &Api,
    section: &Section,
    operation: &Operation,
    fields: &[&Field],
) -> TokenStream {
    let documentation = docs::request(section, operation).tokens();
    let aliases = docs::aliases(operation.docs_id.as_deref(), &operation.request);
    let derives = debug::derives(fields, &constructor::default(fields));
    let name = ident(&operation.request);
    let members = fields.iter().map(|field| {
        let (name, ty) = (ident(&field.name), types::sent(api, field));
        quote!(#name: #ty)
    });
    quote! {
        #documentation
        #aliases
        #derives
        #[must_use = "a request does nothing until it is sent"]
        pub struct #name {
            #(#members,)*
        }
    }
}

fn call(operation: &Operation) -> TokenStream {
    let constant = operation::constant_name(operation);
    let parts = operation.parameters.iter().map(part);
    quote! {
        fn call(&self) -> Call {
            Call::new(&#constant)#(#parts)*
        }
    }
}

fn part(parameter: &Parameter) -> TokenStream {
    let place = ident(parameter.place.word());
    let (wire, name) = (&parameter.field.wire, ident(&parameter.field.name));
    quote!(.#place(#wire, &self.#name))
}
