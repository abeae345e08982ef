//! The values of a payment that verification compares.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::debug;
use crate::emit::ident::ident;
use crate::model::{Api, Field, Item, Shape, TypeId, TypeRef};

const BOOLEAN: TypeRef = TypeRef { item: Item::Boolean, list: false };

/// `Verifiable` for the payment.
pub fn implementation(api: &Api, payment: TypeId) -> TokenStream {
    let name = ident(&api.ty(payment).name);
    let fields: &[Field] = match &api.ty(payment).shape {
        Shape::Record(fields) => fields,
        _ => &[],
    };
    let sent = api.ty(payment).sent;
    let (compared, methods): (Vec<&Field>, Vec<_>) =
        fields.iter().filter_map(|field| Some((field, method(sent, field)?))).unzip();
    let has_sandbox = fields.iter().any(is_sandbox);
    let no_sandbox = (!has_sandbox).then(|| {
        quote!(
            fn sandbox(&self) -> Option<bool> {
                None
            }
        )
    });
    let allowed = debug::allow_deprecated(&compared);
    quote! {
        #allowed
        impl Verifiable for #name {
            #(#methods)*
            #no_sandbox
        }
    }
}

/// True for the payment's field that tells whether it went through a test channel.
fn is_sandbox(field: &Field) -> bool {
    field.wire == "sandbox" && field.ty == BOOLEAN
}

/// The method that returns a field, if it is compared.
fn method(sent: bool, field: &Field) -> Option<TokenStream> {
    let name = ident(&field.name);
    let always = if sent { field.required } else { field.always_read() };
    Some(match field.wire.as_str() {
        "imp_uid" => quote!(fn imp_uid(&self) -> &str { &self.#name }),
        "merchant_uid" => quote!(fn merchant_uid(&self) -> &str { &self.#name }),
        "amount" => quote!(fn amount(&self) -> Decimal { self.#name }),
        "cancel_amount" => quote!(fn refunded(&self) -> Decimal { self.#name }),
        "status" => {
            let status = text(field);
            quote!(fn status(&self) -> &str { self.#name.#status() })
        }
        "currency" => {
            let text = text(field);
            let currency = match (always, field.ty.item) {
                (true, _) => quote!(Some(self.#name.#text())),
                (false, Item::String) => quote!(self.#name.as_deref()),
                (false, _) => quote!(self.#name.as_ref().map(|currency| currency.code())),
            };
            quote!(fn currency(&self) -> Option<&str> { #currency })
        }
        "sandbox" if is_sandbox(field) => {
            let sandbox = if always { quote!(Some(self.#name)) } else { quote!(self.#name) };
            quote!(fn sandbox(&self) -> Option<bool> { #sandbox })
        }
        _ => return None,
    })
}

/// The method that returns a text, or a code as a text.
fn text(field: &Field) -> proc_macro2::Ident {
    ident(if field.ty.item == Item::String { "as_str" } else { "code" })
}
