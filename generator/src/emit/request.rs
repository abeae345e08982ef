//! Request structs, which hold the parameters of a call.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use super::{constructor, debug, docs, operation, reconcile, types};
use crate::model::{Api, Field, Operation, Parameter, Section};

/// The struct, its constructor and the conversion into a call.
pub fn tokens(api: &Api, section: &Section, operation: &Operation) -> TokenStream {
    let fields: Vec<&Field> =
        operation.parameters.iter().map(|parameter| &parameter.field).collect();
    let definition = definition(api, section, operation, &fields);
    let name = ident(&operation.request);
    let constructor = constructor::tokens(api, constructor::Noun::Request, &fields, |wire| {
        operation.is_alternative(wire)
    });
    let check = check(api);
    let call = call(api, operation);
    let debug = debug::implementation(&operation.request, &fields);
    quote! {
        #definition
        impl #name {
            #constructor
            #check
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
    let derives = debug::derives(fields, &constructor::default(fields));
    let name = ident(&operation.request);
    let members = fields.iter().map(|field| {
        let (name, ty) = (ident(&field.name), types::sent(api, field));
        quote!(#name: #ty)
    });
    quote! {
        #documentation
        #derives
        #[must_use = "a request does nothing until it is sent"]
        pub struct #name {
            #(#members,)*
        }
    }
}

/// The method `check`, if the schema has gateways. Requests without constraints have it too: a constraint that
/// the docs add or drop changes no signature.
fn check(api: &Api) -> Option<TokenStream> {
    let gateway = ident(&api.ty(api.gateways?).name);
    Some(quote! {
        /// Validates the request against the documented constraints of a gateway. Nothing is sent.
        ///
        /// # Errors
        ///
        /// [`Error::InvalidRequest`] with all violations: operations and parameters that the gateway does
        /// not support, parameters that it requires, codes of other gateways, values that are too long or
        /// out of range.
        pub fn check(&self, gateway: &#gateway) -> Result<(), Error> {
            self.call().check(gateway)
        }
    })
}

fn call(api: &Api, operation: &Operation) -> TokenStream {
    let constant = operation::constant_name(operation);
    let parts = operation.parameters.iter().map(part);
    let call = quote!(Call::new(&#constant)#(#parts)*);
    let body = reconcile::tokens(api, operation, &call);
    let keys = reconcile::keys_of_records(api, operation);
    let deprecated = debug::allow_deprecated(&keys);
    quote! {
        #deprecated
        fn call(&self) -> Call {
            #body
        }
    }
}

fn part(parameter: &Parameter) -> TokenStream {
    let location = ident(parameter.location.word());
    let (wire, name) = (&parameter.field.wire, ident(&parameter.field.name));
    quote!(.#location(#wire, &self.#name))
}
