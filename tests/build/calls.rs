//! A function for each operation, and the list of them.

use portone_v1_generator::model::{Api, Operation, Section};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::requests;
use crate::samples::Breadth;

/// The whole file.
pub fn tokens(api: &Api) -> TokenStream {
    let operations = api
        .sections
        .iter()
        .flat_map(|section| section.operations.iter().map(move |operation| (section, operation)));
    let (entries, functions): (Vec<_>, Vec<_>) = operations
        .map(|(section, operation)| (entry(section, operation), function(api, section, operation)))
        .unzip();
    quote! {
        pub(crate) const CALLS: &[GeneratedCall] = &[#(#entries),*];
        #(#functions)*
    }
}

fn entry(section: &Section, operation: &Operation) -> TokenStream {
    let name = format!("{}.{}", section.name, operation.name);
    let function = format_ident!("{}_{}", section.name, operation.name);
    let waiting = format_ident!("{function}_waiting");
    quote! {
        GeneratedCall {
            operation: #name,
            send: |client, breadth| Box::pin(#function(client, breadth)),
            wait: #waiting,
        }
    }
}

fn function(api: &Api, section: &Section, operation: &Operation) -> TokenStream {
    let function = format_ident!("{}_{}", section.name, operation.name);
    let (making, waiting) =
        (format_ident!("{function}_request"), format_ident!("{function}_waiting"));
    let (handle, method) = (format_ident!("{}", section.name), format_ident!("{}", operation.name));
    let made = format_ident!("{}", operation.request);
    let requests = Breadth::ALL.map(|breadth| {
        let name = format_ident!("{breadth:?}");
        let request = requests::tokens(api, section, operation, breadth);
        quote!(Breadth::#name => #request)
    });
    // Of an answer that can be incomplete, the schema describes the items.
    let items = operation.partial.as_ref().map(|_| quote!(.map(Vec::from)));
    quote! {
        fn #making(breadth: Breadth) -> portone_v1::#handle::#made {
            match breadth {
                #(#requests,)*
            }
        }
        async fn #function(client: Client, breadth: Breadth) -> CallResult {
            let request = #making(breadth);
            outcome(&request, client.#handle().#method(&request).await #items)
        }
        fn #waiting(client: &blocking::Client, breadth: Breadth) -> CallResult {
            let request = #making(breadth);
            outcome(&request, client.#handle().#method(&request) #items)
        }
    }
}
