//! The project's own schema, which determines what the tests must cover.

use std::path::Path;
use std::sync::LazyLock;

use portone_v1_generator::model::{Api, Operation};
use portone_v1_generator::source::Sources;

pub(crate) fn api() -> &'static Api {
    static API: LazyLock<Api> = LazyLock::new(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema");
        portone_v1_generator::read(&Sources::read(&root).unwrap()).unwrap()
    });
    &API
}

/// All operations, named `section.operation`.
pub(crate) fn operations() -> impl Iterator<Item = (String, &'static Operation)> {
    api().sections.iter().flat_map(|section| {
        let operations = section.operations.iter();
        operations.map(|operation| (format!("{}.{}", section.name, operation.name), operation))
    })
}

pub(crate) fn operation(name: &str) -> &'static Operation {
    let found = operations().find(|operation| operation.0 == name);
    found.unwrap_or_else(|| panic!("the schema has no operation {name}")).1
}
