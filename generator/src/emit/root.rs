//! `lib.rs`: the crate's documentation and modules.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::file::{Content, File};
use super::ident::ident;
use super::{blocking, features, markdown, payment_source, shared_module, testing};
use crate::model::{Api, Section};

/// The crate's root.
pub fn file(api: &Api) -> File {
    let documentation = documentation(api).inner();
    let modules = modules(api);
    File {
        path: "src/lib.rs".to_owned(),
        source: "schema/api.yaml".to_owned(),
        content: Content::Rust(vec![quote! {
            #documentation
            // Its examples, and those of the README, need all sections when they are compiled as tests.
            #![cfg_attr(any(not(doctest), feature = "default"), doc = include_str!("crate_page.md"))]
            #![cfg_attr(docsrs, feature(doc_cfg))]

            #(#modules)*

            pub use client::{Client, ClientBuilder};
            #[doc(inline)]
            pub use portone_v1_runtime::{
                Bytes, CallOptions, CallRecord, Decimal, FieldMismatch, HttpBody, HttpClient, HttpError, HttpFuture, Intent,
                IntentId, InvalidIntentId, Journal, JournalEntry, JournalFuture, JsonError, MemoryJournal, MemoryTokenStore, Outcome,
                Paginator, Partial, ReconcilePolicy, Reconciled, ReconciledRecords, Recorder, RecoverPolicy, Recovered, RecoveredIntent, Recovery, RetryPolicy,
                StoreFuture, StoredToken, Timestamp, TokenStore, Undecidable, UnknownCode, UnknownOutcome, http, jiff, verification,
            };
            #[cfg(feature = "file-journal")]
            #[doc(inline)]
            pub use portone_v1_runtime::FileJournal;
            #[cfg(feature = "reqwest")]
            pub use portone_v1_runtime::reqwest;
            #[doc(inline)]
            pub use portone_v1_runtime::{
                ConfigError, ConnectionError, DecodeError, Error, InvalidRequestError, JournalError,
                OutcomeUnknownError, ReconcileUnsupportedError, RejectionError, RequestFailure,
                ResponseTooLargeError, TokenError, Violation, WrongRecordError,
            };

            #[cfg(all(doctest, feature = "default"))]
            #[doc = include_str!("../README.md")]
            struct Readme;
        }]),
    }
}

fn documentation(api: &Api) -> Docs {
    Docs::new(&markdown::prose(&api.doc)).paragraph(&format!(
        "{}, as documented on {}.",
        markdown::prose(&api.title),
        api.revision
    ))
}

/// The modules, in alphabetical order.
fn modules(api: &Api) -> Vec<TokenStream> {
    let mut modules = vec![(
        "client",
        quote!(
            mod client;
        ),
    )];
    modules.push((
        "reconcile_reads",
        quote!(
            mod reconcile_reads;
        ),
    ));
    modules.extend(shared_module::modules(api));
    modules.extend(payment_source::module(api));
    modules.push(("blocking", blocking::module()));
    modules.push(("testing", testing::module()));
    modules.extend(api.sections.iter().map(|section| (section.name.as_str(), module(section))));
    modules.sort_by_key(|(name, _)| *name);
    modules.into_iter().map(|(_, module)| module).collect()
}

fn module(section: &Section) -> TokenStream {
    let (gate, name) = (features::gate(&section.name), ident(&section.name));
    quote!(#gate pub mod #name;)
}
