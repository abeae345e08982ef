//! Operations: the constant that describes the call, and the method that makes it.

use heck::ToShoutySnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ident::ident;
use super::{definition, docs, reconcile_reads, rules, types};
use crate::model::{Api, Operation, Section};

/// `ISSUE`
pub fn constant_name(operation: &Operation) -> Ident {
    ident(&operation.name.to_shouty_snake_case())
}

/// The definition of an operation with the constraints on its parameters: that of a read for reconciliation, which is
/// compiled whatever sections are, needs none.
pub fn constant(api: &Api, section: &Section, operation: &Operation) -> TokenStream {
    let gateways = (!operation.gateways.is_empty()).then(|| gateways(section, operation));
    let fields = operation.parameters.iter().map(|parameter| &parameter.field);
    let parameters = rules::of_operation(api, fields);
    let one_of = definition::slice(operation.one_of.iter().map(|group| quote!(&[#(#group),*])));
    let constraints = [("gateways", gateways), ("parameters", parameters), ("one_of", one_of)];
    let constraints = constraints.into_iter().filter_map(|(name, value)| {
        let (name, value) = (ident(name), value?);
        Some(quote!(#name: #value,))
    });
    let constraints: TokenStream = constraints.collect();
    let name = constant_name(operation);
    if operation.is_reconcile_read {
        let read = reconcile_reads::path(section, operation);
        return definition::derived(&name, &constraints, &read);
    }
    definition::tokens(api, section, operation, &name, &constraints)
}

/// Those of an operation before it that is supported by the same ones are not written again.
fn gateways(section: &Section, operation: &Operation) -> TokenStream {
    let mut before = section.operations.iter().take_while(|other| other.name != operation.name);
    match before.find(|other| !other.gateways.is_empty() && other.gateways == operation.gateways) {
        Some(other) => {
            let other = constant_name(other);
            quote!(#other.gateways)
        }
        None => rules::gateways(&operation.gateways),
    }
}

/// The method on the section's handle.
pub fn method(api: &Api, section: &Section, operation: &Operation) -> TokenStream {
    let documentation = docs::operation(api, section, operation).tokens();
    let deprecation = deprecation(operation);
    let (name, request) = (ident(&operation.name), ident(&operation.request));
    let success_type = success_type(api, operation);
    let read = match (operation.returns, &operation.partial) {
        (_, Some(_)) => quote!(decode_partial()),
        (Some(_), None) => quote!(decode()),
        (None, None) => quote!(decode_empty()),
    };
    let (body, items) = (body(operation, &read), items(api, section, operation));
    quote! {
        #documentation
        #deprecation
        pub async fn #name(&self, request: &#request) -> Result<#success_type, Error> {
            #body
        }
        #items
    }
}

/// The call, with its outcome recorded if it must not be sent twice.
fn body(operation: &Operation, read: &TokenStream) -> TokenStream {
    if operation.idempotent {
        return quote!(self.transport.send(request.call()).await?.#read);
    }
    quote! {
        let mut response = self.transport.send(request.call()).await?;
        let recorded = response.recorded();
        let result = response.#read;
        recorded.wait().await;
        result
    }
}

/// The type of a successful result.
pub fn success_type(api: &Api, operation: &Operation) -> TokenStream {
    match (operation.returns, &operation.partial) {
        (_, Some(partial)) => {
            let item = types::item(api, partial.item);
            quote!(Partial<#item>)
        }
        (Some(ty), None) => types::whole(api, ty),
        (None, None) => quote!(()),
    }
}

/// `#[deprecated]` for an operation that the docs no longer list.
pub fn deprecation(operation: &Operation) -> Option<TokenStream> {
    let since = operation.undocumented_since.as_ref()?;
    let note = format!("undocumented since {since}: it may stop working without notice");
    Some(quote!(#[deprecated(note = #note)]))
}

/// The method that paginates a list.
fn items(api: &Api, section: &Section, operation: &Operation) -> Option<TokenStream> {
    let pagination = operation.pagination.as_ref()?;
    let documentation = docs::items(api, section, operation).tokens();
    let (name, request) = (ident(&operation.items_method()), ident(&operation.request));
    let (item, page) = (types::item(api, pagination.item), ident(&api.ty(pagination.page).name));
    Some(quote! {
        #documentation
        pub fn #name(&self, request: &#request) -> Paginator<#item> {
            Paginator::new::<#page>(self.transport, request.call())
        }
    })
}
