//! Making a value to send: what is required or has to be decided in `new`, the rest as setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::{debug, docs, ident, markdown, types};
use crate::model::{Api, Field};

/// More parameters than clippy likes in one function.
const MANY: usize = 7;

const REQUIRED: &str = "With what the API requires.";
const DECIDED: &str = "With what has to be decided, because leaving it out by accident does harm.";

/// `new` and a setter for each field that can be left out without harm.
pub fn tokens(api: &Api, fields: &[&Field]) -> TokenStream {
    let new = new(api, fields);
    let setters = optional(fields).map(|field| setter(api, field));
    quote!(#new #(#setters)*)
}

/// Derives `Default` where `new` takes nothing.
pub fn default(fields: &[&Field]) -> TokenStream {
    let nothing = optional(fields).count() == fields.len();
    if nothing { quote!(, Default) } else { TokenStream::new() }
}

fn required<'f>(fields: &[&'f Field]) -> impl Iterator<Item = &'f Field> {
    fields.iter().copied().filter(|field| field.required)
}

fn decided<'f>(fields: &[&'f Field]) -> impl Iterator<Item = &'f Field> {
    fields.iter().copied().filter(|field| field.explicit_omission().is_some())
}

fn optional<'f>(fields: &[&'f Field]) -> impl Iterator<Item = &'f Field> {
    fields.iter().copied().filter(|field| !field.required && field.explicit_omission().is_none())
}

fn new(api: &Api, fields: &[&Field]) -> TokenStream {
    let documentation = new_docs(fields).tokens();
    let taken: Vec<_> = required(fields).chain(decided(fields)).collect();
    let deprecated = debug::allow_deprecated(fields);
    let many = (taken.len() > MANY).then(
        || quote!(#[expect(clippy::too_many_arguments, reason = "none of them may be forgotten")]),
    );
    let arguments = taken.iter().map(|field| argument(api, field));
    let given = taken.iter().map(|field| given(field));
    let left_out = optional(fields).map(|field| ident(&field.name));
    quote! {
        #documentation
        #deprecated
        #many
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#given,)* #(#left_out: None,)* }
        }
    }
}

fn argument(api: &Api, field: &Field) -> TokenStream {
    let name = ident(&field.name);
    let ty = match field.explicit_omission() {
        Some(_) => types::sent(api, field),
        None => types::argument(api, field.ty),
    };
    quote!(#name: #ty)
}

fn given(field: &Field) -> TokenStream {
    let name = ident(&field.name);
    let stored = types::stored(field.ty, &name);
    let as_it_is = field.explicit_omission().is_some() || name == stored.to_string();
    if as_it_is { quote!(#name) } else { quote!(#name: #stored) }
}

fn new_docs(fields: &[&Field]) -> docs::Docs {
    let (required, decided) = (listed(required(fields)), listed(decided(fields)));
    match (required.is_empty(), decided.is_empty()) {
        (true, true) => docs::Docs::new("With nothing set: the API requires nothing."),
        (false, true) => docs::Docs::new(REQUIRED).block(required),
        (true, false) => docs::Docs::new(DECIDED).block(decided),
        (false, false) => {
            docs::Docs::new(REQUIRED).block(required).paragraph(DECIDED).block(decided)
        }
    }
}

/// A list of parameters, some of whose items have several lines.
fn listed<'f>(fields: impl Iterator<Item = &'f Field>) -> Vec<String> {
    let items = markdown::list(fields.map(docs::required_parameter));
    items.iter().flat_map(|item| item.split('\n').map(str::to_owned)).collect()
}

fn setter(api: &Api, field: &Field) -> TokenStream {
    let documentation = docs::field(field).tokens();
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
        #deprecation
        #allowed
        pub fn #name(mut self, #parameter: #argument) -> Self {
            #body
            self
        }
    }
}
