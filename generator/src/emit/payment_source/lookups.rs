//! The reads of a payment: by its identifier, and by its order.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::emit::debug;
use crate::emit::ident::ident;
use crate::model::{
    Api, ExplicitOmission, Field, Operation, OperationId, ParamLocation, PaymentLookup, Section,
};

/// `PaymentSource` for the client.
pub fn implementation(api: &Api, lookup: PaymentLookup) -> TokenStream {
    let payment = ident(&api.ty(lookup.payment).name);
    let (by_id, by_order) = (by_id(api, lookup.operation), by_order(api, lookup.by_order));
    let reads = [lookup.operation, lookup.by_order].map(|id| api.operation(id).1);
    let allowed = reads.into_iter().any(is_deprecated).then(|| quote!(#[allow(deprecated)]));
    quote! {
        #allowed
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

/// True if the operation, or a parameter of it, is no longer documented.
fn is_deprecated(operation: &Operation) -> bool {
    let fields: Vec<_> = fields(operation).collect();
    operation.undocumented_since.is_some() || !debug::allow_deprecated(&fields).is_empty()
}

fn fields(operation: &Operation) -> impl Iterator<Item = &Field> {
    operation.parameters.iter().map(|parameter| &parameter.field)
}

fn by_id(api: &Api, id: OperationId) -> TokenStream {
    let (section, operation) = api.operation(id);
    let set = match operation.test_payments() {
        Some(field) if field.required || field.explicit_omission().is_some() => None,
        Some(field) => {
            let setter = ident(&field.name);
            Some(
                quote!(let request = if include_test_payments { request.#setter(true) } else { request };),
            )
        }
        None => Some(quote!(let _ = include_test_payments;)),
    };
    let request = request(section, operation, "imp_uid", Some("include_test_payments"));
    let call = call(section, operation);
    quote!(let request = #request; #set #call)
}

fn by_order(api: &Api, id: OperationId) -> TokenStream {
    let (section, operation) = api.operation(id);
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
    let request = request(section, operation, "merchant_uid", None);
    let call = call(section, operation);
    quote!(let request = #request; #status #call)
}

fn call(section: &Section, operation: &Operation) -> TokenStream {
    let (handle, method) = (ident(&section.name), ident(&operation.name));
    quote!(self.#handle().#method(&request).await)
}

/// The request of a lookup, by the names of the variables with the key and with the choice to include payments of
/// test channels.
fn request(
    section: &Section,
    operation: &Operation,
    key: &str,
    including: Option<&str>,
) -> TokenStream {
    let (module, name) = (ident(&section.name), ident(&operation.request));
    let test_payments = operation.test_payments().map(|field| field.name.as_str());
    let is_asked = |field: &Field| Some(field.name.as_str()) == test_payments;
    let (key, including) = (ident(key), including.map(ident));
    let required = fields(operation).filter(|field| field.required).map(|field| match &including {
        _ if !is_asked(field) => quote!(#key),
        Some(including) => quote!(#including),
        None => quote!(false),
    });
    let explicit = fields(operation).filter_map(|field| {
        let omission = field.explicit_omission()?;
        let including = including.as_ref().filter(|_| is_asked(field));
        Some(choice(section, omission, including))
    });
    quote!(crate::#module::#name::new(#(#required,)* #(#explicit),*))
}

/// An explicit omission, if the variable is not true.
fn choice(section: &Section, omission: &ExplicitOmission, given: Option<&Ident>) -> TokenStream {
    let (module, name) = (ident(&section.name), ident(&omission.name));
    let (omit, value) = (ident(&omission.omit), ident(&omission.value));
    let path = quote!(crate::#module::#name);
    match given {
        Some(given) => quote!(if #given { #path::#value(true) } else { #path::#omit }),
        None => quote!(#path::#omit),
    }
}
