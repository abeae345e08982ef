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
    /// The content of the file.
    pub content: Content,
}

/// The content of a file before formatting.
#[derive(Clone, Debug)]
pub enum Content {
    /// Rust code, in pieces that can be read one by one.
    Rust(Vec<TokenStream>),
    /// A TOML file.
    Toml(String),
    /// A Markdown file.
    Markdown(String),
    /// A text that is to stay as it is, without a header.
    Verbatim(String),
}

/// A file that is still to be made. No file needs another, so they can be made side by side.
pub type Job<'a> = Box<dyn Fn() -> File + Send + Sync + 'a>;

/// Every file of the generated crate; its manifest names the origin, where one is given.
pub fn jobs<'a>(api: &'a Api, origin: Option<&'a Origin>) -> Vec<Job<'a>> {
    let mut jobs = vec![
        job(move || manifest::file(api, origin)),
        job(manifest::rustfmt),
        job(|| readme::file(api)),
        job(|| root::file(api)),
        job(|| client::file(api)),
    ];
    jobs.extend(api.sections.iter().map(|section| job(move || section::file(api, section))));
    jobs.extend(library::jobs(api));
    jobs.extend(licences::jobs());
    jobs.extend(payment_source::job(api));
    jobs.extend(blocking::jobs(api));
    jobs.extend(testing::jobs(api));
    jobs
}

/// A job of this function.
fn job<'a>(make: impl Fn() -> File + Send + Sync + 'a) -> Job<'a> {
    Box::new(make)
}

/// The path that each name of generated code is imported from. `format` writes the `use` lines from
/// it, so that no construct depends on the imports of its file.
pub fn importable(api: &Api) -> BTreeMap<String, String> {
    let internal = [
        "Authorization",
        "Call",
        "FromJson",
        "Json",
        "Method",
        "Operation",
        "Page",
        "Pageable",
        "Parameter",
        "PaymentSource",
        "Evidence",
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
        "Paginator",
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
