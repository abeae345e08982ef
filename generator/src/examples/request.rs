//! The request of a program.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::sample::Sent;
use super::value::Values;
use crate::model::{Api, Field, Operation, Section};

/// `let request = CancelPayment::new(…).imp_uid(…);`
pub fn statements(
    api: &Api,
    section: &Section,
    operation: &Operation,
    sent: &Sent<'_>,
    imports: &mut Imports,
) -> TokenStream {
    let sent: Vec<_> = sent.iter().map(|(parameter, sample)| (&parameter.field, sample)).collect();
    let name = imports.name(&section.name, &operation.request);
    let mut values = Values::new(api, section, imports);
    let required = sent.iter().filter(|(field, _)| field.required);
    let mut arguments: Vec<_> = required.map(|(_, sample)| values.expression(sample)).collect();
    let explicit = sent.iter().filter(|(field, _)| field.explicit_omission().is_some());
    arguments.extend(explicit.filter_map(|(field, sample)| values.explicit(field, sample)));
    let setters: Vec<_> = sent
        .iter()
        .filter(|(field, _)| is_set(field))
        .map(|(field, sample)| values.setter(field, sample))
        .collect();
    let before = values.before();
    quote! {
        #before
        let request = #name::new(#(#arguments),*)#(#setters)*;
    }
}

fn is_set(field: &Field) -> bool {
    !field.required && field.explicit_omission().is_none()
}
