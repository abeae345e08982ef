//! The schemas to test with: the real one, and fixtures for constructs that it may not use.

use std::path::Path;
use std::sync::LazyLock;

use portone_v1_generator::model::Api;
use portone_v1_generator::openapi;
use portone_v1_tests::fixture;
use serde_json::Value;

use crate::diff::schema::api;

/// A schema and its document.
pub struct SchemaCase {
    /// To name it in messages.
    pub name: String,
    /// The schema.
    pub api: Api,
    /// The document.
    pub document: Value,
}

/// The folder of the real schema.
pub fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../schema"))
}

/// The real schema and those of the fixtures. Read once for all tests: that takes a second without optimisation.
static ALL: LazyLock<Vec<SchemaCase>> = LazyLock::new(|| {
    let fixtures = fixture::all("codegen").into_iter().chain(fixture::all("openapi"));
    let fixtures = fixtures.map(|fixture| {
        let api = portone_v1_generator::read(&fixture.sources()).expect("the schema is valid");
        case(&fixture.name, api)
    });
    [case("schema", api().clone())].into_iter().chain(fixtures).collect()
});

/// The real schema.
pub fn real() -> &'static SchemaCase {
    &all()[0]
}

/// The real schema and every fixture.
pub fn all() -> &'static [SchemaCase] {
    &ALL
}

fn case(name: &str, api: Api) -> SchemaCase {
    SchemaCase { name: name.to_owned(), document: openapi::document(&api), api }
}

/// The operations of a document: path, method, operation.
pub fn operations(document: &Value) -> impl Iterator<Item = (&str, &str, &Value)> {
    entries(&document["paths"]).flat_map(|(path, item)| {
        entries(item).map(move |(method, operation)| (path, method, operation))
    })
}

/// The members of an object; none for other values.
pub fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}
