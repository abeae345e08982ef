//! The project's own schema, by which the tests know what they have to cover.

use std::path::Path;

use portone_v1_generator::model::{Api, Operation};
use portone_v1_generator::source::Sources;

pub(crate) fn api() -> Api {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema");
    portone_v1_generator::read(&Sources::read(&root).unwrap()).unwrap()
}

/// All operations as `section.operation`.
pub(crate) fn operations() -> Vec<(String, Operation)> {
    let sections = api().sections.into_iter();
    sections
        .flat_map(|section| {
            let name = section.name;
            section.operations.into_iter().map(move |operation| {
                (format!("{name}.{}", operation.name), operation)
            })
        })
        .collect()
}

pub(crate) fn operation(name: &str) -> Operation {
    let found = operations().into_iter().find(|operation| operation.0 == name);
    found.unwrap_or_else(|| panic!("the schema has no operation {name}")).1
}
