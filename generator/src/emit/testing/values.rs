//! The functions that make responses: one for each record or choice.

use heck::ToSnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::paid;
use crate::emit::docs::Docs;
use crate::emit::ident::ident;
use crate::emit::{debug, types};
use crate::model::{Api, Field, Item, Shape, TypeId, TypeRef};

/// The function of a type; nothing for codes.
pub fn function(api: &Api, id: TypeId) -> TokenStream {
    let ty = api.ty(id);
    let name = ident(&ty.name);
    let function = function_name(&ty.name);
    let adjective = if paid::is_payment(api, id) { "A paid" } else { "The emptiest" };
    let documentation =
        Docs::new(&format!("{adjective} [`type@{name}`]; see [`testing`](crate::testing)."))
            .tokens();
    let (deprecated, body) = match &ty.shape {
        Shape::Record(fields) => (
            debug::allow_deprecated(&fields.iter().collect::<Vec<_>>()),
            record(api, id, &name, fields),
        ),
        Shape::Choice(choices) => match choices.first() {
            Some(choice) => {
                let (variant, made) = (ident(&choice.name), neutral(api, choice.ty));
                (TokenStream::new(), quote!(#name::#variant(Box::new(#made))))
            }
            None => return TokenStream::new(),
        },
        Shape::Enumeration(_) | Shape::GatewayCodes(_) => return TokenStream::new(),
    };
    quote! {
        #documentation
        #deprecated
        pub fn #function() -> #name {
            #body
        }
    }
}

/// The name of a type's function. A type can have the name of a keyword, in lower case.
pub fn function_name(ty: &str) -> Ident {
    let name = ty.to_snake_case();
    match syn::parse_str::<Ident>(&name) {
        Ok(_) if name != "gen" && name != "from_json" => ident(&name),
        _ => ident(&format!("{name}_")),
    }
}

fn record(api: &Api, id: TypeId, name: &Ident, fields: &[Field]) -> TokenStream {
    let (sent, is_payment) = (api.ty(id).sent, paid::is_payment(api, id));
    let members = fields.iter().map(|field| {
        let member = ident(&field.name);
        let is_plain = if sent { field.required } else { field.always_read() || field.ty.list };
        let paid = is_payment.then(|| paid::value(api, field)).flatten();
        let value = match (paid, is_plain) {
            (Some(value), true) => value,
            (Some(value), false) => quote!(Some(#value)),
            (None, true) => neutral(api, field.ty),
            (None, false) => quote!(None),
        };
        quote!(#member: #value)
    });
    quote!(#name { #(#members),* })
}

fn neutral(api: &Api, ty: TypeRef) -> TokenStream {
    if ty.list {
        return quote!(Vec::new());
    }
    match ty.item {
        Item::String => quote!(String::new()),
        Item::Integer => quote!(0),
        Item::Boolean => quote!(false),
        Item::Amount => quote!(Decimal::ZERO),
        Item::Timestamp => quote!(Timestamp::UNIX_EPOCH),
        Item::Named(id) => named(api, id),
    }
}

fn named(api: &Api, id: TypeId) -> TokenStream {
    let ty = api.ty(id);
    let name = types::item(api, Item::Named(id));
    let first = match &ty.shape {
        Shape::Enumeration(codes) => codes.values.first(),
        Shape::GatewayCodes(_) => return quote!(#name::unlisted("")),
        _ => {
            let function = function_name(&ty.name);
            return quote!(super::#function());
        }
    };
    match first.map(|value| ident(&value.name)) {
        Some(variant) => quote!(#name::#variant),
        None => quote!(#name::from("")),
    }
}
