//! The import paths of the names in generated code.

use std::collections::BTreeMap;

use crate::model::Api;

/// The path that each name of generated code is imported from. `format` writes the `use` lines from
/// it, so that no construct depends on the imports of its file.
pub fn importable(api: &Api) -> BTreeMap<String, String> {
    let internal = [
        "Authorization",
        "Call",
        "FromJson",
        "GatewayCodes",
        "Json",
        "Method",
        "NotFound",
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
        "non_blank",
        "rejection_record",
        "unknown_code",
    ];
    let public = [
        "CallOptions",
        "Decimal",
        "Error",
        "Paginator",
        "Partial",
        "ReconcilePolicy",
        "Reconciled",
        "Timestamp",
        "UnknownCode",
    ];
    let internal =
        internal.map(|name| (name.to_owned(), "portone_v1_runtime::internal".to_owned()));
    let public = public.map(|name| (name.to_owned(), "portone_v1_runtime".to_owned()));
    let types = api.types.iter().map(|ty| (ty.name.clone(), format!("crate::{}", ty.module)));
    let runtime = internal.into_iter().chain(public);
    runtime.chain(types).chain([("fmt".into(), "std".into())]).collect()
}
