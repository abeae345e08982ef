//! The definition of an operation for the runtime.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::ident::ident;
use super::privacy;
use crate::model::{Api, Method, NotFound, Operation, ParamLocation, Section};

/// The constant of an operation, with constraints on its parameters.
pub fn tokens(
    api: &Api,
    section: &Section,
    operation: &Operation,
    constant: &Ident,
    constraints: &TokenStream,
) -> TokenStream {
    let name = format!("{}.{}", section.name, operation.name);
    let method = ident(match operation.route.method {
        Method::Get => "Get",
        Method::Post => "Post",
        Method::Put => "Put",
        Method::Delete => "Delete",
    });
    let route = route(operation);
    let authorization =
        (!operation.authorized).then(|| quote!(authorization: Authorization::None,));
    let idempotent = operation.idempotent.then(|| quote!(idempotent: true,));
    let identity = slice(operation.identity.iter().map(|name| quote!(#name)));
    let identity = identity.map(|names| quote!(identity: #names,));
    let hidden = slice(privacy::hidden_names(api, operation).into_iter().map(|name| quote!(#name)));
    let hidden = hidden.map(|names| quote!(hidden: #names,));
    let not_found = slice(operation.not_found.iter().map(not_found));
    let not_found = not_found.map(|responses| quote!(not_found: #responses,));
    let differences = quote!(#authorization #idempotent #identity #hidden #not_found #constraints);
    derived(constant, &differences, &quote!(Operation::new(#name, Method::#method, #route)))
}

/// The constant of an operation that differs from another definition by these members.
pub fn derived(constant: &Ident, differences: &TokenStream, other: &TokenStream) -> TokenStream {
    match differences.is_empty() {
        true => quote!(const #constant: Operation = #other;),
        false => quote!(const #constant: Operation = Operation { #differences ..#other };),
    }
}

/// A slice; none if it is empty.
pub fn slice(items: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| quote!(&[#(#items),*]))
}

fn not_found(response: &NotFound) -> TokenStream {
    let status = Literal::u16_unsuffixed(response.status);
    let codes = response.codes.iter().map(|code| Literal::i64_unsuffixed(*code));
    quote!(NotFound::new(#status, &[#(#codes),*]))
}

/// The path as the runtime fills it: `{name?}` without a value is removed with its slash.
fn route(operation: &Operation) -> String {
    let optional = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.location == ParamLocation::Path && !parameter.field.required);
    optional.fold(operation.route.path.clone(), |path, parameter| {
        let name = &parameter.field.wire;
        path.replace(&format!("{{{name}}}"), &format!("{{{name}?}}"))
    })
}
