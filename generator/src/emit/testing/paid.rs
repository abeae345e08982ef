//! Values of the payment that the tests of a shop begin with: it is paid.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ident::ident;
use crate::emit::types;
use crate::model::{Api, Field, Item, Shape, TypeId};

/// Returns `true` for the payment that shops verify.
pub fn is_payment(api: &Api, id: TypeId) -> bool {
    api.payment_lookup.is_some_and(|lookup| lookup.payment == id)
}

/// Returns the value of a field, without `Some`; `None` for one that stays as in other records.
pub fn value(api: &Api, field: &Field) -> Option<TokenStream> {
    let text = match field.wire.as_str() {
        "imp_uid" => "imp_1",
        "merchant_uid" => "order-1",
        "currency" => "KRW",
        "status" => "paid",
        "amount" => return amount(field),
        _ => return None,
    };
    match field.ty.item {
        _ if field.ty.list => None,
        Item::String => Some(quote!(#text.to_owned())),
        Item::Named(id) => code(api, id, text),
        _ => None,
    }
}

fn amount(field: &Field) -> Option<TokenStream> {
    (field.ty.item == Item::Amount && !field.ty.list).then(|| quote!(Decimal::from(1_000)))
}

fn code(api: &Api, id: TypeId, text: &str) -> Option<TokenStream> {
    let Shape::Enumeration(codes) = &api.ty(id).shape else { return None };
    let value = codes.values.iter().find(|value| value.code == text)?;
    let (name, variant) = (types::item(api, Item::Named(id)), ident(&value.name));
    Some(quote!(#name::#variant))
}
