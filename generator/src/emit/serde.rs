//! serde's traits, behind the feature of that name: for storing answers, not for the wire.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// What the implementations of a file import; without the feature, nothing would use it.
pub fn import() -> TokenStream {
    quote! {
        #[cfg(feature = "serde")]
        use portone_v1_runtime::internal::serde;
    }
}

/// `Serialize` and `Deserialize`, by way of the traits for the wire.
pub fn tokens(name: &Ident) -> TokenStream {
    quote! {
        #[cfg(feature = "serde")]
        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                serde::serialize(self, to)
            }
        }
        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for #name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                serde::deserialize(from)
            }
        }
    }
}
