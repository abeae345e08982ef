//! Constructors: `new` with required parameters and explicit omissions, and setters for the rest.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::{debug, docs, markdown, types};
use crate::model::{Api, Field, Item};

/// More parameters than clippy likes in one function.
const MANY: usize = 7;

const EXPLICIT: &str = "Parameters whose omission can be destructive take an explicit choice";

/// The noun for a value that is constructed.
#[derive(Clone, Copy)]
pub enum Noun {
    Request,
    Record,
}

impl Noun {
    fn with_required(self) -> &'static str {
        match self {
            Self::Request => "Creates a request with its required parameters.",
            Self::Record => "Creates a record with its required fields.",
        }
    }

    fn without_parameters(self) -> &'static str {
        match self {
            Self::Request => "Creates a request without parameters; none is required.",
            Self::Record => "Creates a record without fields; none is required.",
        }
    }
}

/// `new`, and a setter for each optional field.
/// A blank value of the alternatives, given by their names on the wire, counts as absent.
pub fn tokens(
    api: &Api,
    noun: Noun,
    fields: &[&Field],
    is_alternative: impl Fn(&str) -> bool,
) -> TokenStream {
    let new = new(api, noun, fields);
    let setters = optional(fields).map(|field| setter(api, field, is_alternative(&field.wire)));
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

fn explicit<'f>(fields: &[&'f Field]) -> impl Iterator<Item = &'f Field> {
    fields.iter().copied().filter(|field| field.explicit_omission().is_some())
}

fn optional<'f>(fields: &[&'f Field]) -> impl Iterator<Item = &'f Field> {
    fields.iter().copied().filter(|field| !field.required && field.explicit_omission().is_none())
}

fn new(api: &Api, noun: Noun, fields: &[&Field]) -> TokenStream {
    let documentation = new_docs(noun, fields).tokens();
    let taken: Vec<_> = required(fields).chain(explicit(fields)).collect();
    let deprecated = debug::allow_deprecated(fields);
    let many = (taken.len() > MANY).then(
        || quote!(#[expect(clippy::too_many_arguments, reason = "all of them are required")]),
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

fn new_docs(noun: Noun, fields: &[&Field]) -> docs::Docs {
    let (required, explicit) = (listed(required(fields)), listed(explicit(fields)));
    match (required.is_empty(), explicit.is_empty()) {
        (true, true) => docs::Docs::new(noun.without_parameters()),
        (false, true) => docs::Docs::new(noun.with_required()).block(required),
        (true, false) => {
            let first = format!("Creates a request. {EXPLICIT}:");
            docs::Docs::new(&first).block(explicit)
        }
        (false, false) => docs::Docs::new(noun.with_required())
            .block(required)
            .paragraph(&format!("{EXPLICIT}:"))
            .block(explicit),
    }
}

/// A list of parameters, some of whose items have several lines.
fn listed<'f>(fields: impl Iterator<Item = &'f Field>) -> Vec<String> {
    let items = markdown::list(fields.map(docs::required_parameter));
    items.iter().flat_map(|item| item.split('\n').map(str::to_owned)).collect()
}

fn setter(api: &Api, field: &Field, is_alternative: bool) -> TokenStream {
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
        let stored = match is_alternative && field.ty.item == Item::String {
            true => quote!(non_blank(#stored)),
            false => quote!(Some(#stored)),
        };
        (ident("value"), quote!(self.#name = #stored;))
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
