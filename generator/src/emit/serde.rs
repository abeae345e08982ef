//! serde's traits, behind the feature of that name: for storing responses, not for the wire.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The imports of the implementations in a file, which are unused without the feature.
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
