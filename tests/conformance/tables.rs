//! The enumerations that the build script found in the schema.

use serde::Serialize;
use serde_json::Value;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// One enumeration.
pub(crate) struct Table {
    /// The Rust name.
    pub(crate) ty: &'static str,
    /// The documented codes.
    pub(crate) rows: fn() -> Vec<Row>,
}

/// One code of an enumeration.
#[derive(Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) code: String,
    pub(crate) name: Option<&'static str>,
    /// As it is written.
    pub(crate) json: Value,
}

/// Every code that is listed, and one that is not.
fn rows<T>(all: &[T], code: fn(&T) -> &str, name: fn(&T) -> Option<&'static str>) -> Vec<Row>
where
    T: for<'a> From<&'a str> + Clone + PartialEq + Serialize + std::fmt::Debug,
{
    let unknown = T::from("99-of-tomorrow");
    assert!(!all.contains(&unknown));
    let rows = all.iter().chain([&unknown]).map(|value| {
        assert_eq!(T::from(code(value)), *value);
        let json = serde_json::to_value(value).unwrap();
        Row { code: code(value).to_owned(), name: name(value), json }
    });
    rows.collect()
}
