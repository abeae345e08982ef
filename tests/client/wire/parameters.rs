//! The parameters of a request by the schema.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;
use portone_v1_generator::model::{Operation, ParamLocation, Parameter};
use portone_v1_tests::server::Received;
use serde_json::Value;

use super::expect::fields;

/// The names in the query and the body; what is in the path cannot be left out.
pub(crate) fn names(request: &Received) -> BTreeSet<String> {
    let query = query(request).into_iter().map(|(name, _)| name);
    query.chain(fields(&request.body).into_keys()).collect()
}

/// The texts that were sent for a parameter; none if it is not a string.
pub(crate) fn texts(
    request: &Received,
    operation: &Operation,
    parameter: &Parameter,
) -> Vec<String> {
    let wire = parameter.field.wire.as_str();
    match parameter.location {
        ParamLocation::Path => path(request, operation, wire),
        ParamLocation::Query => values(query(request), wire),
        ParamLocation::Body => {
            fields(&request.body).get(wire).map_or(Vec::new(), |json| strings(json))
        }
    }
}

fn path(request: &Received, operation: &Operation, wire: &str) -> Vec<String> {
    let placeholders = operation.route.path.split('/');
    let segments = placeholders.zip(request.path().split('/'));
    segments
        .filter(|(placeholder, _)| *placeholder == format!("{{{wire}}}"))
        .map(|(_, segment)| decoded(segment))
        .collect()
}

fn query(request: &Received) -> Vec<(String, String)> {
    let pairs = request.query().split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.trim_end_matches("[]").to_owned(), decoded(value))).collect()
}

fn values(pairs: Vec<(String, String)>, wire: &str) -> Vec<String> {
    pairs.into_iter().filter(|(name, _)| name == wire).map(|(_, value)| value).collect()
}

fn strings(json: &str) -> Vec<String> {
    match serde_json::from_str(json).unwrap() {
        Value::String(text) => vec![text],
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().unwrap().into_owned()
}
