//! Open enumerations: the documented codes, and every other one kept as it came.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ident::ident;
use super::{docs, serde};
use crate::model::{EnumValue, Enumeration, Type};

/// An enum with `code`, `name`, `ALL` and conversions.
pub fn tokens(ty: &Type, enumeration: &Enumeration) -> TokenStream {
    let name = ident(&ty.name);
    let definition = definition(&name, ty, &enumeration.values);
    let inherent = inherent(&name, &enumeration.values);
    let conversions = conversions(&name, &enumeration.values);
    let json = json(&name, enumeration.integer);
    let serde = serde::tokens(&name);
    quote!(#definition #inherent #conversions #json #serde)
}

fn definition(name: &Ident, ty: &Type, values: &[EnumValue]) -> TokenStream {
    let documentation = docs::ty(ty).aliases([&ty.docs_name, &ty.title], &ty.name).tokens();
    let variants = values.iter().map(|value| {
        let documentation = docs::variant(value).tokens();
        let variant = ident(&value.name);
        quote!(#documentation #variant)
    });
    quote! {
        #documentation
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            #[doc = " A code that the docs did not list when this crate was made, kept as it came."]
            Unknown(UnknownCode),
        }
    }
}

fn inherent(name: &Ident, values: &[EnumValue]) -> TokenStream {
    let variants: Vec<_> = values.iter().map(|value| ident(&value.name)).collect();
    let codes = values.iter().map(|value| &value.code);
    let titles = values.iter().map(|value| &value.title);
    quote! {
        impl #name {
            #[doc = " Every documented code, in the order of the docs."]
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            #[doc = " The code on the wire."]
            pub fn code(&self) -> &str {
                match self {
                    #(Self::#variants => #codes,)*
                    Self::Unknown(code) => code.as_str(),
                }
            }

            #[doc = " The Korean name; `None` for a code that is not documented."]
            pub fn name(&self) -> Option<&'static str> {
                match self {
                    #(Self::#variants => Some(#titles),)*
                    Self::Unknown(_) => None,
                }
            }
        }
    }
}

fn conversions(name: &Ident, values: &[EnumValue]) -> TokenStream {
    let variants = values.iter().map(|value| ident(&value.name));
    let codes = values.iter().map(|value| &value.code);
    quote! {
        impl From<&str> for #name {
            fn from(code: &str) -> Self {
                match code {
                    #(#codes => Self::#variants,)*
                    _ => Self::Unknown(unknown_code(code)),
                }
            }
        }
        impl From<String> for #name {
            fn from(code: String) -> Self {
                Self::from(code.as_str())
            }
        }
        impl fmt::Display for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.code())
            }
        }
    }
}

fn json(name: &Ident, integer: bool) -> TokenStream {
    let write = match integer {
        true => quote!(Value::integer_code(self.code())),
        false => quote!(self.code().to_json()),
    };
    quote! {
        impl FromJson for #name {
            fn from_json(json: Json<'_>) -> Self {
                Self::from(json.code().as_ref())
            }
        }
        impl ToJson for #name {
            fn to_json(&self) -> Value {
                #write
            }
        }
    }
}
