//! The reads that any request is reconciled by, compiled whatever sections are: another section may need them,
//! and so may the recovery of an intent that is found in a journal.

use std::collections::BTreeSet;

use heck::ToShoutySnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::definition;
use super::file::{Content, File};
use super::ident::ident;
use crate::model::{Api, Operation, Section};

/// The file of the reads.
pub fn file(api: &Api) -> File {
    let reads = reads(api);
    let constants = reads.iter().map(|(owner, read)| {
        let name = name(owner, read);
        let constant = definition::tokens(api, owner, read, &name, &TokenStream::new());
        quote!(pub(crate) #constant)
    });
    let entries = reads.iter().map(|(owner, read)| entry(owner, read));
    let names = names(api, &reads);
    File {
        path: "src/reconcile_reads.rs".to_owned(),
        source: "schema/api.yaml".to_owned(),
        content: Content::Rust(vec![quote! {
            //! The reads that requests are reconciled by.

            #(#constants)*

            /// All of them, for the intents of a journal.
            pub(crate) const TABLE: portone_v1_runtime::internal::ReconcileTable =
                portone_v1_runtime::internal::ReconcileTable {
                    reads: &[#(#entries),*],
                    names: &[#(#names),*],
                };
        }]),
    }
}

/// The path of a read's constant.
pub fn path(owner: &Section, read: &Operation) -> TokenStream {
    let name = name(owner, read);
    quote!(crate::reconcile_reads::#name)
}

/// Two underscores, so that no two names are equal.
fn name(owner: &Section, read: &Operation) -> Ident {
    let (owner, read) = (owner.name.to_shouty_snake_case(), read.name.to_shouty_snake_case());
    ident(&format!("{owner}__{read}"))
}

/// Every read with its section, in alphabetical order.
fn reads(api: &Api) -> Vec<(&Section, &Operation)> {
    let operations = api
        .sections
        .iter()
        .flat_map(|section| section.operations.iter().map(move |operation| (section, operation)));
    let mut reads: Vec<_> = operations.filter(|(_, read)| read.is_reconcile_read).collect();
    reads.sort_by_key(|(owner, read)| format!("{}.{}", owner.name, read.name));
    reads
}

fn entry(owner: &Section, read: &Operation) -> TokenStream {
    let name = name(owner, read);
    let test_payments = match read.test_payments() {
        Some(field) => {
            let parameter = &field.wire;
            quote!(Some(#parameter))
        }
        None => quote!(None),
    };
    quote!(portone_v1_runtime::internal::ReconcileRead {
        operation: &#name,
        test_payments: #test_payments,
    })
}

/// The names of the keys of intents: parameters of the reads, and identifiers of the requests.
fn names<'a>(api: &'a Api, reads: &[(&Section, &'a Operation)]) -> BTreeSet<&'a str> {
    let parameters = reads.iter().flat_map(|(_, read)| &read.parameters);
    let parameters = parameters.map(|parameter| parameter.field.wire.as_str());
    let acting = api.operations().filter(|operation| !operation.idempotent);
    let identifiers = acting.flat_map(|operation| &operation.identity).map(String::as_str);
    parameters.chain(identifiers).collect()
}
