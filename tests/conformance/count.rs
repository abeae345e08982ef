//! Completeness: every operation and every enumeration is tested.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use portone_v1_generator::model::{Operation, Section};
use portone_v1_tests::snapshot;

use crate::calls::CALLS;
use crate::operations::api;

fn operations() -> impl Iterator<Item = (&'static Section, &'static Operation)> {
    let sections = api().sections.iter();
    sections.flat_map(|section| section.operations.iter().map(move |each| (section, each)))
}

#[test]
fn every_operation_has_a_call() {
    let names = operations().map(|(section, each)| format!("{}.{}", section.name, each.name));
    assert!(names.eq(CALLS.iter().map(|call| call.operation)));
}

/// Nothing is lost unnoticed: the snapshot lists the operations, and since when some are not documented.
#[test]
fn the_operations_are_those_of_the_snapshot() {
    let mut text = String::new();
    for (section, operation) in operations() {
        write!(text, "{}.{}: {}", section.name, operation.name, operation.route).unwrap();
        let since = operation.undocumented_since.iter();
        since.for_each(|since| write!(text, " (undocumented since {since})").unwrap());
        text.push('\n');
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance");
    snapshot::assert(&folder, "operations", &text);
}

#[test]
fn undocumented_operations_are_deprecated_in_rust() {
    for (section, operation) in operations() {
        let head = head_of_method(&section.name, &operation.name);
        let deprecated = head.contains("#[deprecated(");
        assert_eq!(deprecated, operation.undocumented_since.is_some(), "{}", operation.route);
        assert!(operation.undocumented_since.iter().all(|date| head.contains(date)), "{head}");
    }
}

/// The text between a method of the generated crate and the one before it.
fn head_of_method(section: &str, method: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/src");
    let text = fs::read_to_string(root.join(format!("{section}.rs"))).unwrap();
    let (before, _) = text.split_once(&format!("pub async fn {method}(")).unwrap();
    before.rsplit("pub async fn ").next().unwrap().to_owned()
}
