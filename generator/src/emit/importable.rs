//! The import paths of the names in generated code.

use std::collections::BTreeMap;

use crate::model::Api;
use crate::runtime_names::{INTERNAL, PUBLIC};

/// The path that each name of generated code is imported from. `format` writes the `use` lines from
/// it, so that no construct depends on the imports of its file.
pub fn importable(api: &Api) -> BTreeMap<String, String> {
    let internal = paths(INTERNAL, "portone_v1_runtime::internal");
    let public = paths(PUBLIC, "portone_v1_runtime");
    let types = api.types.iter().map(|ty| (ty.name.clone(), format!("crate::{}", ty.module)));
    internal.chain(public).chain(types).chain([("fmt".into(), "std".into())]).collect()
}

fn paths<'a>(names: &'a [&str], module: &'a str) -> impl Iterator<Item = (String, String)> + 'a {
    names.iter().map(move |name| ((*name).to_owned(), module.to_owned()))
}
