//! Records in `error` of the envelope of a rejection.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::ident::ident;
use crate::model::{Api, TypeId};

/// The function that reads a record from the error of a call, if rejections have it.
pub fn reader(api: &Api, id: TypeId) -> Option<TokenStream> {
    let operations = api.rejected_with(id);
    if operations.is_empty() {
        return None;
    }
    let name = ident(&api.ty(id).name);
    let listed: Vec<String> = operations.iter().map(|name| format!("`{name}`")).collect();
    let documentation = Docs::new(&format!(
        "Reads the record from the error of a call that the server rejected: {}. `None` for the error of another \
         operation, and if the response has none.",
        listed.join(", ")
    ));
    let documentation = documentation.tokens();
    Some(quote! {
        impl #name {
            #documentation
            pub fn of(error: &Error) -> Option<Self> {
                rejection_record(error, &[#(#operations),*])
            }
        }
    })
}
