//! Request structs: what is required in `new`, the rest as setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::{debug, docs, ident, markdown, types};
use crate::model::{Api, Field, Operation, Parameter, Place, Section};

/// More parameters than clippy likes in one function.
const MANY: usize = 7;

/// The struct, `new`, the setters and the conversion into a call.
pub fn tokens(api: &Api, section: &Section, operation: &Operation) -> TokenStream {
    let fields: Vec<&Field> =
        operation.parameters.iter().map(|parameter| &parameter.field).collect();
    let (required, optional): (Vec<&Field>, Vec<&Field>) =
        fields.iter().partition(|field| field.required);
    let definition = definition(api, section, operation, &fields, required.is_empty());
    let name = ident(&operation.request);
    let new = new(api, &required, &optional);
    let setters = optional.iter().map(|field| setter(api, field));
    let call = call(operation);
    let debug = debug::implementation(&operation.request, &fields);
    quote! {
        #definition
        impl #name {
            #new
            #(#setters)*
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
    default: bool,
) -> TokenStream {
    let documentation = docs::request(section, operation).tokens();
    let aliases = docs::aliases(operation.docs_id.as_deref(), &operation.request);
    let derives = debug::derives(fields, &if default { quote!(, Default) } else { quote!() });
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

fn new(api: &Api, required: &[&Field], optional: &[&Field]) -> TokenStream {
    let documentation = new_docs(required).tokens();
    let many = (required.len() > MANY).then(|| {
        quote!(#[expect(clippy::too_many_arguments, reason = "the API requires every one of them")])
    });
    let arguments = required.iter().map(|field| {
        let (name, ty) = (ident(&field.name), types::argument(api, field.ty));
        quote!(#name: #ty)
    });
    let given = required.iter().map(|field| {
        let name = ident(&field.name);
        let stored = types::stored(field.ty, &name);
        if stored.to_string() == name.to_string() { quote!(#name) } else { quote!(#name: #stored) }
    });
    let left_out = optional.iter().map(|field| ident(&field.name));
    quote! {
        #documentation
        #many
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#given,)* #(#left_out: None,)* }
        }
    }
}

fn new_docs(required: &[&Field]) -> docs::Docs {
    if required.is_empty() {
        return docs::Docs::new("A request with nothing set: the API requires nothing.");
    }
    let parameters = required.iter().map(|field| docs::required_parameter(field));
    let lines = markdown::list(parameters);
    let lines = lines.iter().flat_map(|item| item.split('\n').map(str::to_owned)).collect();
    docs::Docs::new("A request with what the API requires.").block(lines)
}

fn setter(api: &Api, field: &Field) -> TokenStream {
    let documentation = docs::field(field).tokens();
    let aliases = docs::aliases([field.wire.as_str(), field.title.as_str()], &field.name);
    let deprecation = debug::deprecation(field);
    let name = ident(&field.name);
    let argument = types::argument(api, field.ty);
    if field.ty.list {
        return quote! {
            #documentation
            #aliases
            #deprecation
            pub fn #name(mut self, values: #argument) -> Self {
                let values = values.into_iter().map(Into::into);
                self.#name = Some(values.collect());
                self
            }
        };
    }
    let stored = types::stored(field.ty, &ident("value"));
    quote! {
        #documentation
        #aliases
        #deprecation
        pub fn #name(mut self, value: #argument) -> Self {
            self.#name = Some(#stored);
            self
        }
    }
}

fn call(operation: &Operation) -> TokenStream {
    let constant = super::operation::constant_name(operation);
    let parts = operation.parameters.iter().map(part);
    quote! {
        fn call(&self) -> Call {
            Call::new(&#constant)#(#parts)*
        }
    }
}

fn part(parameter: &Parameter) -> TokenStream {
    let place = ident(match parameter.place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Body => "body",
    });
    let (wire, name) = (&parameter.field.wire, ident(&parameter.field.name));
    quote!(.#place(#wire, &self.#name))
}
