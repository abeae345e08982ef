//! Model → files. Every name and every rule is decided already, so nothing here can fail: each
//! file of this room writes one construct.

mod blocking;
mod choice;
mod client;
mod constructor;
mod debug;
mod decision;
mod docs;
mod enumeration;
mod features;
mod library;
mod licences;
mod manifest;
mod markdown;
mod operation;
mod payment_source;
mod readme;
mod reconcile;
mod record;
mod request;
mod root;
mod rules;
mod section;
mod serde;
mod testing;
mod types;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;

use crate::model::Api;
use crate::origin::Origin;

/// One file of the generated crate.
#[derive(Clone, Debug)]
pub struct File {
    /// The path below the crate's folder: `src/vbanks.rs`.
    pub path: String,
    /// The schema file it comes from.
    pub source: String,
    /// What it holds.
    pub content: Content,
}

/// The content of a file before formatting.
#[derive(Clone, Debug)]
pub enum Content {
    /// Rust code.
    Rust(TokenStream),
    /// A TOML file.
    Toml(String),
    /// A Markdown file.
    Markdown(String),
    /// A text that is to stay as it is, without a header.
    Verbatim(String),
}

/// Every file of the generated crate; its manifest names the origin, where one is given.
pub fn files(api: &Api, origin: Option<&Origin>) -> Vec<File> {
    let mut files = vec![
        manifest::file(api, origin),
        manifest::rustfmt(),
        readme::file(api),
        root::file(api),
        client::file(api),
    ];
    files.extend(api.sections.iter().map(|section| section::file(api, section)));
    files.extend(library::files(api));
    files.extend(licences::files());
    files.extend(payment_source::file(api));
    files.extend(blocking::files(api));
    files.extend(testing::files(api));
    files
}

/// Where each name that generated code may use is imported from. `format` writes the `use` lines
/// from it, so that no construct has to know what the file around it imports.
pub fn importable(api: &Api) -> BTreeMap<String, String> {
    let internal = [
        "Authorization",
        "Call",
        "FromJson",
        "Json",
        "Method",
        "Operation",
        "Page",
        "Paged",
        "Parameter",
        "PaymentSource",
        "Proof",
        "Redacted",
        "Requirement",
        "Fields",
        "ToJson",
        "Transport",
        "Value",
        "Verifiable",
        "unknown_code",
    ];
    let public = [
        "CallOptions",
        "Decimal",
        "Error",
        "Items",
        "Partial",
        "Reconciled",
        "Timestamp",
        "UnknownCode",
    ];
    let webhook = ["Expected", "UntrustedNotification", "Verified", "VerifyError"];
    let webhook = webhook.map(|name| (name.to_owned(), "portone_v1_runtime::webhook".to_owned()));
    let runtime = [("Runtime".to_owned(), "portone_v1_runtime::internal::blocking".to_owned())];
    let internal =
        internal.map(|name| (name.to_owned(), "portone_v1_runtime::internal".to_owned()));
    let public = public.map(|name| (name.to_owned(), "portone_v1_runtime".to_owned()));
    let types = api.types.iter().map(|ty| (ty.name.clone(), format!("crate::{}", ty.module)));
    let runtime = internal.into_iter().chain(public).chain(webhook).chain(runtime);
    runtime.chain(types).chain([("fmt".into(), "std".into())]).collect()
}

/// An identifier that `resolve` has found to be one.
fn ident(name: &str) -> proc_macro2::Ident {
    proc_macro2::Ident::new(name, proc_macro2::Span::call_site())
}
