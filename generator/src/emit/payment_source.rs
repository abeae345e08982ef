//! Webhooks: the look-up of a payment, and the fields that verification compares.

use proc_macro2::TokenStream;
use quote::quote;

use super::features;
use super::file::{self, Content, File, Job};
use super::ident::ident;
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
    let PaymentLookup { operation, payment } = lookup;
    let (section, operation) = api.operation(operation);
    let (handle, method) = (ident(&section.name), ident(&operation.name));
    let (request, payment) = (ident(&operation.request), ident(&api.ty(payment).name));
    File {
        path: "src/payment_source.rs".to_owned(),
        source: section.source.clone(),
        content: Content::Rust(vec![quote! {
            //! The implementations for verifying webhooks: the client, and its payment.

            impl PaymentSource for crate::Client {
                type Payment = #payment;

                async fn payment(&self, imp_uid: &str) -> Result<#payment, Error> {
                    self.#handle().#method(&crate::#handle::#request::new(imp_uid)).await
                }
            }

            impl Verifiable for #payment {
                fn imp_uid(&self) -> &str {
                    &self.imp_uid
                }
                fn merchant_uid(&self) -> &str {
                    &self.merchant_uid
                }
                fn amount(&self) -> Decimal {
                    self.amount
                }
                fn refunded(&self) -> Decimal {
                    self.cancel_amount
                }
                fn currency(&self) -> &str {
                    &self.currency
                }
                fn status(&self) -> &str {
                    self.status.code()
                }
            }
        }]),
    }
}
