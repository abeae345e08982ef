//! `paths`: the operations by route, in the order of the docs.

use serde_json::{Map, Value};

use super::operation;
use crate::json_object::Object;
use crate::model::Api;

/// Every path with its operations.
pub fn of(api: &Api) -> Object {
    let mut paths: Map<String, Value> = Map::new();
    for section in &api.sections {
        for each in &section.operations {
            let path = paths.entry(&each.route.path).or_insert_with(|| Map::new().into());
            let method = each.route.method.word().to_lowercase();
            path[method] = operation::of(api, section, each).into();
        }
    }
    paths.into_iter().collect()
}
