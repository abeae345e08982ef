//! Requests by way of their public constructors and setters.

use portone_v1_generator::model::{
    Api, ExplicitOmission, Field, Operation, Parameter, Section, Shape, TypeId,
};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::samples::{Breadth, Sample, Sampler};

/// The expression that makes the request of an operation.
pub fn tokens(
    api: &Api,
    section: &Section,
    operation: &Operation,
    breadth: Breadth,
) -> TokenStream {
    let (module, request) =
        (format_ident!("{}", section.name), format_ident!("{}", operation.request));
    let sent = Sampler::new(api, 0).request(operation, breadth);
    let fields: Vec<_> = sent.iter().map(|(parameter, value)| (&parameter.field, value)).collect();
    let omissions = operation.parameters.iter().filter_map(|Parameter { field, .. }| {
        let given = fields.iter().find(|(other, _)| other.name == field.name);
        Some(taken(api, &module, field.explicit_omission()?, given.map(|(_, sample)| *sample)))
    });
    made(api, quote!(portone_v1::#module::#request), &fields, omissions.collect())
}

/// A variant of an explicit omission: the one with a value, or the one that omits it.
fn taken(
    api: &Api,
    module: &Ident,
    omission: &ExplicitOmission,
    given: Option<&Sample<'_>>,
) -> TokenStream {
    let name = format_ident!("{}", omission.name);
    let left_out = format_ident!("{}", omission.omit);
    let variant = format_ident!("{}", omission.value);
    let Some(sample) = given else { return quote!(portone_v1::#module::#name::#left_out) };
    let value = match sample {
        Sample::List(samples) => {
            let values = samples.iter().map(|sample| owned(api, sample));
            quote!(vec![#(#values),*])
        }
        sample => owned(api, sample),
    };
    quote!(portone_v1::#module::#name::#variant(#value))
}

/// A variant takes no text that is only borrowed.
fn owned(api: &Api, sample: &Sample<'_>) -> TokenStream {
    let value = value(api, sample);
    match sample {
        Sample::Text(_) => quote!(#value.to_owned()),
        _ => value,
    }
}

/// `Type::new(required, …, omission, …).optional(…)`
fn made(
    api: &Api,
    path: TokenStream,
    fields: &[(&Field, &Sample<'_>)],
    omissions: Vec<TokenStream>,
) -> TokenStream {
    let required = fields.iter().filter(|(field, _)| field.required);
    let arguments = required.map(|(_, sample)| value(api, sample)).chain(omissions);
    let optional =
        fields.iter().filter(|(field, _)| !field.required && field.explicit_omission().is_none());
    let setters = optional.map(|(field, sample)| {
        let (setter, value) = (format_ident!("{}", field.name), value(api, sample));
        quote!(.#setter(#value))
    });
    quote!(#path::new(#(#arguments),*)#(#setters)*)
}

fn value(api: &Api, sample: &Sample<'_>) -> TokenStream {
    match sample {
        Sample::Text(text) => quote!(#text),
        Sample::Boolean(value) => quote!(#value),
        Sample::Integer(number) => quote!(#number),
        Sample::Amount(text) => quote!(decimal(#text)),
        Sample::Time(second) => {
            let second = Literal::i64_unsuffixed(*second);
            quote!(at(#second))
        }
        Sample::Code(ty, code) => of_enumeration(api, *ty, code),
        Sample::Record(ty, fields) => {
            let fields: Vec<_> = fields.iter().map(|(field, value)| (*field, value)).collect();
            made(api, path(api, *ty), &fields, Vec::new())
        }
        Sample::List(samples) => {
            let values = samples.iter().map(|sample| value(api, sample));
            quote!([#(#values),*])
        }
    }
}

/// The variant, or the text where there is none.
fn of_enumeration(api: &Api, id: TypeId, code: &str) -> TokenStream {
    let codes = match &api.ty(id).shape {
        Shape::Enumeration(codes) => codes,
        Shape::GatewayCodes(_) => {
            let path = path(api, id);
            return quote!(#path::unlisted(#code));
        }
        _ => return quote!(#code),
    };
    let Some(value) = codes.values.iter().find(|value| value.code == code) else {
        return quote!(#code);
    };
    let (path, variant) = (path(api, id), format_ident!("{}", value.name));
    quote!(#path::#variant)
}

fn path(api: &Api, id: TypeId) -> TokenStream {
    let ty = api.ty(id);
    let (module, name) = (format_ident!("{}", ty.module), format_ident!("{}", ty.name));
    quote!(portone_v1::#module::#name)
}
