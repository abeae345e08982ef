//! Verification: the reads of a payment by the client, and the values of the payment that are compared.

mod lookups;
mod verifiable;

use proc_macro2::TokenStream;
use quote::quote;

use super::features;
use super::file::{self, Content, File, Job};
use crate::model::{Api, PaymentLookup};

/// The module and its place among the others; none without a documented way to look payments up.
pub fn module(api: &Api) -> Option<(&'static str, TokenStream)> {
    let lookup = api.payment_lookup?;
    let (section, _) = api.operation(lookup.operation);
    let gate = features::gate(&section.name);
    Some(("payment_source", quote!(#gate mod payment_source;)))
}

/// The file.
pub fn job(api: &Api) -> Option<Job<'_>> {
    let lookup = api.payment_lookup?;
    Some(file::job(move || file(api, lookup)))
}

fn file(api: &Api, lookup: PaymentLookup) -> File {
    let (section, _) = api.operation(lookup.operation);
    let source = lookups::implementation(api, lookup);
    let payment = verifiable::implementation(api, lookup.payment);
    File {
        path: "src/payment_source.rs".to_owned(),
        source: section.source.clone(),
        content: Content::Rust(vec![quote! {
            //! The implementations for verifying payments: the client, and its payment.

            #source
            #payment
        }]),
    }
}
