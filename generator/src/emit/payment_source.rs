//! Verification: the reads of a payment by the client, and the values of the payment that are compared.

use proc_macro2::TokenStream;
use quote::quote;

use super::features;
use super::file::{self, Content, File, Job};
use super::ident::ident;
use crate::model::{Api, Field, OperationId, ParamLocation, PaymentLookup, Shape, TypeId};

/// The payment's field that tells whether it went through a test channel.
const SANDBOX: &str = "sandbox";

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
    let (source, payment) = (source(api, lookup), verifiable(api, lookup.payment));
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

fn source(api: &Api, lookup: PaymentLookup) -> TokenStream {
    let payment = ident(&api.ty(lookup.payment).name);
    let (by_id, by_order) = (by_id(api, lookup.operation), by_order(api, lookup.by_order));
    quote! {
        impl PaymentSource for crate::Client {
            type Payment = #payment;

            fn includes_test_payments(&self) -> bool {
                self.0.includes_test_payments()
            }

            async fn payment(
                &self,
                imp_uid: &str,
                include_test_payments: bool,
            ) -> Result<#payment, Error> {
                #by_id
            }

            async fn payment_of_order(
                &self,
                merchant_uid: &str,
                status: Option<&'static str>,
            ) -> Result<#payment, Error> {
                #by_order
            }
        }
    }
}

fn by_id(api: &Api, id: OperationId) -> TokenStream {
    let (section, operation) = api.operation(id);
    let (handle, method) = (ident(&section.name), ident(&operation.name));
    let request = ident(&operation.request);
    let including = match operation.test_payments() {
        Some(parameter) => {
            let setter = ident(&parameter.name);
            quote!(let request = if include_test_payments { request.#setter(true) } else { request };)
        }
        None => quote!(let _ = include_test_payments;),
    };
    quote! {
        let request = crate::#handle::#request::new(imp_uid);
        #including
        self.#handle().#method(&request).await
    }
}

fn by_order(api: &Api, id: OperationId) -> TokenStream {
    let (section, operation) = api.operation(id);
    let (handle, method) = (ident(&section.name), ident(&operation.name));
    let request = ident(&operation.request);
    let mut path = operation.parameters.iter().filter(|each| each.location == ParamLocation::Path);
    let status = path.find(|parameter| !parameter.field.required).map(|status| {
        let setter = ident(&status.field.name);
        quote! {
            let request = match status {
                Some(status) => request.#setter(status),
                None => request,
            };
        }
    });
    quote! {
        let request = crate::#handle::#request::new(merchant_uid);
        #status
        self.#handle().#method(&request).await
    }
}

fn verifiable(api: &Api, payment: TypeId) -> TokenStream {
    let name = ident(&api.ty(payment).name);
    let sandbox = match sandbox(api, payment) {
        Some(field) if field.required => quote!(Some(self.sandbox)),
        Some(_) => quote!(self.sandbox),
        None => quote!(None),
    };
    quote! {
        impl Verifiable for #name {
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
            fn currency(&self) -> Option<&str> {
                self.currency.as_deref()
            }
            fn status(&self) -> &str {
                self.status.code()
            }
            fn sandbox(&self) -> Option<bool> {
                #sandbox
            }
        }
    }
}

fn sandbox(api: &Api, payment: TypeId) -> Option<&Field> {
    let Shape::Record(fields) = &api.ty(payment).shape else { return None };
    fields.iter().find(|field| field.wire == SANDBOX && field.name == SANDBOX)
}
