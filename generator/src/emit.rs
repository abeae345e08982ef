//! Model → files. Every name and every rule is final already, so nothing here can fail: each
//! module below writes one construct.

mod api_client;
mod blocking;
mod choice;
mod client;
mod constructor;
mod crate_page;
mod debug;
mod definition;
mod docs;
mod enumeration;
mod examples;
mod explicit_omission;
mod features;
mod file;
mod gateway_codes;
mod ident;
mod importable;
mod licences;
mod manifest;
mod markdown;
mod operation;
mod payment_source;
mod privacy;
mod readme;
mod reconcile;
mod reconcile_reads;
mod record;
mod rejection;
mod request;
mod root;
mod rules;
mod section;
mod serde;
mod shared_module;
mod submodules;
mod testing;
mod types;

pub use file::{Content, File, Job};
pub use importable::importable;

use crate::model::Api;
use crate::provenance::Provenance;
use file::job;

/// Every file of the generated crate; its manifest names the provenance, where one is given.
pub fn jobs<'a>(api: &'a Api, provenance: Option<&'a Provenance>) -> Vec<Job<'a>> {
    let mut jobs = vec![
        job(move || manifest::file(api, provenance)),
        job(manifest::rustfmt),
        job(|| readme::file(api)),
        job(|| readme::korean_file(api)),
        job(|| root::file(api)),
        job(|| crate_page::file(api)),
        job(examples::file),
        job(|| client::file(api)),
        job(|| reconcile_reads::file(api)),
    ];
    jobs.extend(api.sections.iter().map(|section| job(move || section::file(api, section))));
    jobs.extend(shared_module::jobs(api));
    jobs.extend(licences::jobs());
    jobs.extend(payment_source::job(api));
    jobs.extend(blocking::jobs(api));
    jobs.extend(testing::jobs(api));
    jobs
}
