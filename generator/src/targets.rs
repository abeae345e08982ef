//! The files of the generated crate, each with its path and its text.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::Api;
use crate::output::Target;
use crate::provenance::Provenance;
use crate::{emit, format};

/// All files, printed in parallel, as they are independent of each other.
pub fn all(api: &Api, provenance: Option<&Provenance>) -> syn::Result<Vec<Target>> {
    let importable = emit::importable(api);
    let jobs = emit::jobs(api, provenance).into_par_iter();
    jobs.map(|job| printed(job(), &importable)).collect()
}

/// The text of one file.
pub fn printed(file: emit::File, importable: &BTreeMap<String, String>) -> syn::Result<Target> {
    let path = file.path.clone();
    Ok(Target { path, text: format::text(file, importable)? })
}
