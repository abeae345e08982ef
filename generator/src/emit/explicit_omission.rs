//! Explicit omissions: enums for parameters whose accidental omission is a risk.

use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, Docs};
use super::ident::ident;
use super::{markdown, types};
use crate::model::{Api, ExplicitOmission, Field, Operation, Section};

/// An explicit omission and a field that has it; several operations can share one.
struct Use<'a> {
    omission: &'a ExplicitOmission,
    field: &'a Field,
    operation: &'a Operation,
}

/// The enums of a section, in the order of its operations.
pub fn all(api: &Api, section: &Section) -> Vec<TokenStream> {
    let mut enums: Vec<Vec<Use<'_>>> = Vec::new();
    for one in section.operations.iter().flat_map(uses) {
        match enums.iter_mut().find(|uses| uses[0].omission.name == one.omission.name) {
            Some(uses) => uses.push(one),
            None => enums.push(vec![one]),
        }
    }
    enums.iter().map(|uses| tokens(api, uses)).collect()
}

fn uses(operation: &Operation) -> impl Iterator<Item = Use<'_>> {
    let fields = operation.parameters.iter().map(|parameter| &parameter.field);
    fields.filter_map(move |field| {
        Some(Use { omission: field.explicit_omission()?, field, operation })
    })
}

fn tokens(api: &Api, uses: &[Use<'_>]) -> TokenStream {
    let definition = definition(api, uses);
    let constructor = constructor(api, &uses[0]);
    let debug = uses.iter().any(|one| one.field.privacy.hidden()).then(|| debug(uses[0].omission));
    let writing = writing(uses[0].omission);
    quote!(#definition #constructor #debug #writing)
}

fn definition(api: &Api, uses: &[Use<'_>]) -> TokenStream {
    let Use { omission, field, .. } = uses[0];
    let hidden = uses.iter().any(|one| one.field.privacy.hidden());
    let debug = if hidden { TokenStream::new() } else { quote!(Debug,) };
    let documentation = documentation(uses).tokens();
    let left_out_docs = left_out_docs(uses).tokens();
    let given_docs = given_docs(uses).tokens();
    let (name, ty) = (ident(&omission.name), types::whole(api, field.ty));
    let (left_out, given) = (ident(&omission.omit), ident(&omission.value));
    quote! {
        #documentation
        #[derive(Clone, #debug PartialEq)]
        pub enum #name {
            #left_out_docs
            #left_out,
            #given_docs
            #given(#ty),
        }
    }
}

fn documentation(uses: &[Use<'_>]) -> Docs {
    let Use { omission, field, operation } = uses[0];
    docs::explicit_omission(field, omission)
        .paragraph(&format!("Used in {}.", names(uses)))
        .paragraph(&format!("[Official page]({})", operation.page))
        .aliases([&field.wire, &field.title], &omission.name)
}

fn names(uses: &[Use<'_>]) -> String {
    let names: Vec<_> = uses.iter().map(|one| request(one.operation)).collect();
    names.join(", ")
}

fn request(operation: &Operation) -> String {
    format!("[`{}`]", operation.request)
}

fn left_out_docs(uses: &[Use<'_>]) -> Docs {
    let wire = &uses[0].field.wire;
    Docs::new(&format!("Omits `{wire}`.")).block(said(uses, docs::left_out))
}

fn given_docs(uses: &[Use<'_>]) -> Docs {
    let field = uses[0].field;
    Docs::new(&format!("Sends `{}`.", field.wire))
        .block(said(uses, |field| markdown::prose(&field.doc)))
        .paragraph(&docs::facts(field))
        .paragraph(docs::refused(field))
}

/// The text, once if it is the same for all operations, or for each operation.
fn said(uses: &[Use<'_>], text: impl Fn(&Field) -> String) -> Vec<String> {
    let texts: Vec<_> = uses.iter().map(|one| text(one.field)).collect();
    if texts.iter().all(|text| *text == texts[0]) {
        return texts.into_iter().take(1).collect();
    }
    let each = uses.iter().zip(texts);
    markdown::list(each.map(|(one, text)| format!("In {}: {text}", request(one.operation))))
}

/// For values that are tedious to write: text, amounts, lists.
fn constructor(api: &Api, one: &Use<'_>) -> Option<TokenStream> {
    let Use { omission, field, .. } = one;
    if !field.ty.is_converted() {
        return None;
    }
    let argument = types::argument(api, field.ty);
    let (name, given) = (ident(&omission.name), ident(&omission.value));
    let small = ident(&omission.value.to_snake_case());
    let documentation =
        Docs::new(&format!("[`Self::{given}`] from a value that is converted first."));
    let documentation = documentation.tokens();
    let (value, stored) = match field.ty.list {
        true => (ident("values"), types::stored(field.ty, &ident("values"))),
        false => (ident("value"), types::stored(field.ty, &ident("value"))),
    };
    Some(quote! {
        impl #name {
            #documentation
            pub fn #small(#value: #argument) -> Self {
                Self::#given(#stored)
            }
        }
    })
}

fn debug(omission: &ExplicitOmission) -> TokenStream {
    let name = ident(&omission.name);
    let (left_out, given) = (&omission.omit, &omission.value);
    let (left_out_name, given_name) = (ident(left_out), ident(given));
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    Self::#left_out_name => formatter.write_str(#left_out),
                    Self::#given_name(_) => {
                        formatter.debug_tuple(#given).field(&Redacted::Value).finish()
                    }
                }
            }
        }
    }
}

/// An omitted value is absent.
fn writing(omission: &ExplicitOmission) -> TokenStream {
    let name = ident(&omission.name);
    let (left_out, given) = (ident(&omission.omit), ident(&omission.value));
    quote! {
        impl ToJson for #name {
            fn to_json(&self) -> Value {
                match self {
                    Self::#left_out => Value::Null,
                    Self::#given(value) => value.to_json(),
                }
            }
        }
    }
}
