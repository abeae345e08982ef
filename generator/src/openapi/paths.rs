//! `paths`: the operations by route, in the order of the docs.

use super::operation;
use crate::model::{Api, Section};
use crate::object::Object;

/// Every path with its operations.
pub fn of(api: &Api) -> Object {
    routes(api).into_iter().map(|path| (path, item(api, path))).collect()
}

fn routes(api: &Api) -> Vec<&str> {
    let mut paths: Vec<&str> = Vec::new();
    for operation in api.sections.iter().flat_map(|section| &section.operations) {
        if !paths.contains(&operation.route.path.as_str()) {
            paths.push(&operation.route.path);
        }
    }
    paths
}

fn item(api: &Api, path: &str) -> Object {
    api.sections.iter().flat_map(|section| operations(api, section, path)).collect()
}

fn operations(api: &Api, section: &Section, path: &str) -> Vec<(String, Object)> {
    let of_path = section.operations.iter().filter(|operation| operation.route.path == path);
    of_path
        .map(|operation| {
            let method = operation.route.method.word().to_lowercase();
            (method, operation::of(api, section, operation))
        })
        .collect()
}
