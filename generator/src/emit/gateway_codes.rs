//! Codes that differ by gateway: a type that only the standard code and the gateway make together.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ident::ident;
use super::{docs, rules, serde};
use crate::model::{Api, GatewayCodeTable, GatewayCodes, Type};

/// A struct around the code, and the method `at` of the enumeration.
pub fn tokens(api: &Api, ty: &Type, codes: &GatewayCodes) -> TokenStream {
    let name = ident(&ty.name);
    let definition = definition(&name, ty, codes);
    let at = at(api, &name, codes);
    let json = json(&name);
    let serde = serde::tokens(&name);
    quote!(#definition #at #json #serde)
}

fn definition(name: &Ident, ty: &Type, codes: &GatewayCodes) -> TokenStream {
    let documentation = docs::ty(ty).aliases([&ty.docs_name, &ty.title], &ty.name).tokens();
    let tables = codes.tables.iter().map(table);
    quote! {
        #documentation
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct #name(String);

        impl #name {
            pub(crate) const TABLES: &'static [GatewayCodes] = &[#(#tables),*];

            /// A code that no table lists, as the gateway's own documentation has it. Nothing tells a
            /// wrong code here: at another gateway, the same digits can be another institution.
            pub fn unlisted(code: impl Into<String>) -> Self {
                Self(code.into())
            }

            /// The code on the wire.
            pub fn code(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    }
}

fn table(table: &GatewayCodeTable) -> TokenStream {
    let gateways = rules::gateways(&table.gateways);
    let codes = table.codes.iter().map(|(standard, own)| quote!((#standard, #own)));
    quote!(GatewayCodes { gateways: #gateways, codes: &[#(#codes),*] })
}

fn at(api: &Api, name: &Ident, codes: &GatewayCodes) -> TokenStream {
    let enumeration = ident(&api.ty(codes.of).name);
    let gateway = ident(&api.ty(codes.gateways).name);
    let documentation = docs::at_gateway(&api.ty(codes.of).name, codes).tokens();
    quote! {
        impl #enumeration {
            #documentation
            pub fn at(&self, gateway: &#gateway) -> Option<#name> {
                let code = GatewayCodes::find(#name::TABLES, gateway.code(), self.code())?;
                Some(#name(code.to_owned()))
            }
        }
    }
}

fn json(name: &Ident) -> TokenStream {
    quote! {
        impl FromJson for #name {
            fn from_json(json: Json<'_>) -> Self {
                Self(json.code().into_owned())
            }
        }
        impl ToJson for #name {
            fn to_json(&self) -> Value {
                self.0.to_json()
            }
        }
    }
}
