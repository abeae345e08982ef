//! Handles of sections: each method waits for the async one of its name.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::file::{Content, File};
use crate::emit::ident::ident;
use crate::emit::{docs, operation, types};
use crate::model::{Api, Operation, Section};

/// The file of a section's handle.
pub fn file(api: &Api, section: &Section) -> File {
    let (module, handle) = (&section.name, ident(&section.handle));
    let link = format!("[`crate::{module}::{handle}`]");
    let documentation = docs::Docs::new(&format!("{link} without async.")).inner();
    let described = docs::Docs::new(&format!("See {link}.")).tokens();
    let methods = section.operations.iter().map(|each| method(api, section, each));
    File {
        path: format!("src/blocking/{module}.rs"),
        source: section.source.clone(),
        content: Content::Rust(vec![quote! {
            #documentation

            #described
            #[derive(Clone, Copy, Debug)]
            pub struct #handle<'a> {
                client: &'a super::Client,
            }

            impl<'a> #handle<'a> {
                pub(super) fn new(client: &'a super::Client) -> Self {
                    Self { client }
                }

                #(#methods)*
            }
        }]),
    }
}

/// The handle is borrowed before the call: an operation can have the name of a trait's method that
/// takes the handle itself, such as `into`.
fn method(api: &Api, section: &Section, operation: &Operation) -> TokenStream {
    let (module, name) = (ident(&section.name), ident(&operation.name));
    let request = ident(&operation.request);
    let documentation = described(section, &operation.name);
    let deprecation = operation::deprecation(operation);
    let allowed = deprecation.as_ref().map(|_| quote!(#[allow(deprecated)]));
    let success_type = operation::success_type(api, operation);
    let items = items(api, section, operation);
    quote! {
        #documentation
        #deprecation
        #allowed
        pub fn #name(&self, request: &crate::#module::#request) -> Result<#success_type, Error> {
            let handle = &self.client.inner.#module();
            self.client.wait(handle.#name(request))
        }
        #items
    }
}

fn items(api: &Api, section: &Section, operation: &Operation) -> Option<TokenStream> {
    let pagination = operation.pagination.as_ref()?;
    let (module, name) = (ident(&section.name), ident(&operation.items_method()));
    let (request, item) = (ident(&operation.request), types::item(api, pagination.item));
    let link = format!("See [`crate::{module}::{}::{name}`].", section.handle);
    let documentation = docs::Docs::new(&link).tokens();
    Some(quote! {
        #documentation
        pub fn #name(&self, request: &crate::#module::#request) -> super::Paginator<#item> {
            let handle = &self.client.inner.#module();
            super::Paginator::new(handle.#name(request))
        }
    })
}

fn described(section: &Section, method: &str) -> TokenStream {
    let link = format!("[`crate::{}::{}::{method}`]", section.name, section.handle);
    docs::Docs::new(&format!("See {link}."))
        .paragraph("# Errors")
        .paragraph("The same, and within an async task.")
        .tokens()
}
