//! Making a value to send: what is required in `new`, the rest as setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::{debug, docs, ident, markdown, types};
use crate::model::{Api, Field};

/// More parameters than clippy likes in one function.
const MANY: usize = 7;

/// `new` and a setter for each optional field.
pub fn tokens(api: &Api, fields: &[&Field]) -> TokenStream {
    let (required, optional): (Vec<&Field>, Vec<&Field>) =
        fields.iter().partition(|field| field.required);
    let new = new(api, &required, &optional);
    let setters = optional.iter().map(|field| setter(api, field));
    quote!(#new #(#setters)*)
}

/// Derives `Default` where `new` takes nothing.
pub fn default(fields: &[&Field]) -> TokenStream {
    let nothing = !fields.iter().any(|field| field.required);
    if nothing { quote!(, Default) } else { TokenStream::new() }
}

fn new(api: &Api, required: &[&Field], optional: &[&Field]) -> TokenStream {
    let documentation = new_docs(required).tokens();
    let deprecated = debug::allow_deprecated(optional);
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
        if name == stored.to_string() { quote!(#name) } else { quote!(#name: #stored) }
    });
    let left_out = optional.iter().map(|field| ident(&field.name));
    quote! {
        #documentation
        #deprecated
        #many
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#given,)* #(#left_out: None,)* }
        }
    }
}

fn new_docs(required: &[&Field]) -> docs::Docs {
    if required.is_empty() {
        return docs::Docs::new("With nothing set: the API requires nothing.");
    }
    let parameters = required.iter().map(|field| docs::required_parameter(field));
    let lines = markdown::list(parameters);
    let lines = lines.iter().flat_map(|item| item.split('\n').map(str::to_owned)).collect();
    docs::Docs::new("With what the API requires.").block(lines)
}

fn setter(api: &Api, field: &Field) -> TokenStream {
    let documentation = docs::field(field).tokens();
    let aliases = docs::aliases([field.wire.as_str(), field.title.as_str()], &field.name);
    let deprecation = debug::deprecation(field);
    let allowed = debug::allow_deprecated(&[field]);
    let (name, argument) = (ident(&field.name), types::argument(api, field.ty));
    let (parameter, body) = if field.ty.list {
        let body = quote! {
            let values = values.into_iter().map(Into::into);
            self.#name = Some(values.collect());
        };
        (ident("values"), body)
    } else {
        let stored = types::stored(field.ty, &ident("value"));
        (ident("value"), quote!(self.#name = Some(#stored);))
    };
    quote! {
        #documentation
        #aliases
        #deprecation
        #allowed
        pub fn #name(mut self, #parameter: #argument) -> Self {
            #body
            self
        }
    }
}
