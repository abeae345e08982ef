//! Choices: a response that is one of several records.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ident::ident;
use super::{docs, serde, types};
use crate::model::{Api, Choice, Type};

/// An enum over records, distinguished by the fields that only one of them has.
pub fn tokens(api: &Api, ty: &Type, choices: &[Choice]) -> TokenStream {
    let documentation = docs::ty(ty).aliases([&ty.title], &ty.name).tokens();
    let name = ident(&ty.name);
    let variants = choices.iter().map(|choice| {
        let documentation = docs::choice(choice).tokens();
        let (variant, ty) = (ident(&choice.name), types::whole(api, choice.ty));
        quote!(#documentation #variant(Box<#ty>))
    });
    let reading = reading(&name, choices);
    let writing = writing(&name, choices);
    let serde = serde::tokens(&name);
    quote! {
        #documentation
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }
        #reading
        #writing
        #serde
    }
}

fn writing(name: &Ident, choices: &[Choice]) -> TokenStream {
    let variants = choices.iter().map(|choice| ident(&choice.name));
    quote! {
        #[cfg(feature = "serde")]
        impl serde::ToJson for #name {
            fn to_json(&self) -> serde::Value {
                match self {
                    #(Self::#variants(record) => record.to_json(),)*
                }
            }
        }
    }
}

fn reading(name: &Ident, choices: &[Choice]) -> TokenStream {
    let tests = choices.iter().map(|choice| {
        let variant = ident(&choice.name);
        match &choice.when {
            Some(when) => quote! {
                if object.has(#when) {
                    return Self::#variant(Box::new(FromJson::from_json(json)));
                }
            },
            None => quote!(Self::#variant(Box::new(FromJson::from_json(json)))),
        }
    });
    let object = (choices.len() > 1).then(|| quote!(let object = json.object();));
    quote! {
        impl FromJson for #name {
            fn from_json(json: Json<'_>) -> Self {
                #object
                #(#tests)*
            }
        }
    }
}
