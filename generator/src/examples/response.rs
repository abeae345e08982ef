//! The call of a program, and its use of the response.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::imports::{Imports, ident};
use super::sample::Sent;
use super::shown::Shown;
use crate::model::{Api, Evidence, Operation, Reconcile, Section};

/// The call: that of an operation that must not be sent twice, with the reconciliation of its outcome.
pub fn statements(
    api: &Api,
    section: &Section,
    operation: &Operation,
    sent: &Sent<'_>,
    imports: &mut Imports,
) -> TokenStream {
    let call = call(section, &operation.name);
    let shown = Shown::new(api, operation);
    let Some(entry) = entry(operation, sent) else {
        return shown.statements(api, &quote!(#call.await?), imports);
    };
    let (_, read) = api.operation(entry.read);
    let is_record = shown.is_record() && entry.expect != Evidence::Absent;
    match is_record && read.returns == operation.returns {
        true => {
            let print = shown.print(api, imports);
            reconciled_record(&call, shown.variable(), &print, imports)
        }
        false => reconciled(&call, &shown.arms(), imports),
    }
}

/// The match of an operation whose record the read returns, too.
fn reconciled_record(
    call: &TokenStream,
    record: &Ident,
    print: &TokenStream,
    imports: &mut Imports,
) -> TokenStream {
    let lost = lost(&quote!(records), &quote!(records.decode()?.ok_or(error)?), imports);
    quote! {
        let #record = match #call.await {
            #lost
            result => result?,
        };
        #print
    }
}

/// The match of an operation of which the reads show no more than that it was carried out.
fn reconciled(call: &TokenStream, success: &TokenStream, imports: &mut Imports) -> TokenStream {
    let lost = lost(&quote!(_), &quote!(println!("done");), imports);
    quote! {
        match #call.await {
            #success
            #lost
            Err(error) => return Err(error.into()),
        }
    }
}

/// The arm for an unknown outcome, with what the reads show of it.
fn lost(records: &TokenStream, result: &TokenStream, imports: &mut Imports) -> TokenStream {
    let (error, reconciled) = (imports.of_root("Error"), imports.of_root("Reconciled"));
    quote! {
        Err(error @ #error::OutcomeUnknown(_)) => {
            #[doc = " The response was lost: do not send it again, but look for its outcome."]
            let Ok(#reconciled::Done(#records)) = client.reconcile(&error).await else {
                #[doc = " Still unknown: keep the error, and reconcile it again later."]
                return Err(error.into());
            };
            #result
        }
    }
}

/// The call of the method that reads all pages.
pub fn pages(
    api: &Api,
    section: &Section,
    operation: &Operation,
    imports: &mut Imports,
) -> TokenStream {
    let call = call(section, &operation.items_method());
    let shown = Shown::new(api, operation);
    let (record, print) = (shown.variable(), shown.print(api, imports));
    quote! {
        let mut items = #call;
        while let Some(#record) = items.next().await.transpose()? {
            #print
        }
    }
}

/// `client.payments().cancel(&request)`
fn call(section: &Section, method: &str) -> TokenStream {
    let (section, method) = (ident(&section.name), ident(method));
    quote!(client.#section().#method(&request))
}

/// The reads that show the outcome of the sample: the first that have their keys.
fn entry<'a>(operation: &'a Operation, sent: &Sent<'_>) -> Option<&'a Reconcile> {
    let is_sent = |name: &String| sent.iter().any(|(parameter, _)| parameter.field.name == *name);
    let mut entries = operation.reconcile.iter();
    entries.find(|entry| entry.keys.iter().all(|key| key.from.first().is_some_and(is_sent)))
}
