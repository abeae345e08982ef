//! The facts of the API that the builder of a client needs.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Api;

/// The address of the API, for the builder of a client, async or blocking.
pub fn tokens(api: &Api) -> TokenStream {
    let base_url = &api.base_url;
    quote! {
        impl portone_v1_runtime::internal::ApiClient for Client {
            const BASE_URL: &'static str = #base_url;
        }
    }
}
