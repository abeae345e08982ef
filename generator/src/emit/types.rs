//! Types of the model as Rust types.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use crate::model::{Api, Field, Item, TypeRef};

/// The Rust type of one item.
pub fn item(api: &Api, item: Item) -> TokenStream {
    match item {
        Item::String => quote!(String),
        Item::Integer => quote!(i64),
        Item::Boolean => quote!(bool),
        Item::Amount => quote!(Decimal),
        Item::Timestamp => quote!(Timestamp),
        Item::Named(id) => {
            let name = ident(&api.ty(id).name);
            quote!(#name)
        }
    }
}

/// The Rust type of a whole reference.
pub fn whole(api: &Api, ty: TypeRef) -> TokenStream {
    let item = item(api, ty.item);
    if ty.list { quote!(Vec<#item>) } else { item }
}

/// A field of a request: what is optional can be left out, by an explicit omission where that is a risk.
pub fn sent(api: &Api, field: &Field) -> TokenStream {
    if let Some(omission) = field.explicit_omission() {
        let name = ident(&omission.name);
        return quote!(#name);
    }
    let whole = whole(api, field.ty);
    if field.required { whole } else { quote!(Option<#whole>) }
}

/// A field of a response: an absent list is an empty one, and all but the essential can be absent.
pub fn received(api: &Api, field: &Field) -> TokenStream {
    let whole = whole(api, field.ty);
    if field.always_read() || field.ty.list { whole } else { quote!(Option<#whole>) }
}

/// The type of the argument of a setter.
pub fn argument(api: &Api, ty: TypeRef) -> TokenStream {
    let item = item(api, ty.item);
    match (ty.list, ty.is_converted()) {
        (true, _) => quote!(impl IntoIterator<Item = impl Into<#item>>),
        (false, true) => quote!(impl Into<#item>),
        (false, false) => item,
    }
}

/// The expression that a setter stores.
pub fn stored(ty: TypeRef, name: &proc_macro2::Ident) -> TokenStream {
    match (ty.list, ty.is_converted()) {
        (true, _) => quote!(#name.into_iter().map(Into::into).collect()),
        (false, true) => quote!(#name.into()),
        (false, false) => quote!(#name),
    }
}
