//! Completeness: every operation and every enumeration is tested.

use std::fs;
use std::path::Path;

use portone_v1_generator::model::{Operation, Section};

use crate::calls::CALLS;
use crate::operations::api;

/// The sections in the order of the docs' index, and how many operations each has.
const SECTIONS: [(&str, usize); 21] = [
    ("authentication", 1),
    ("payments", 7),
    ("prepare", 3),
    ("subscribe", 2),
    ("schedules", 8),
    ("billing_keys", 6),
    ("vbanks", 4),
    ("kakao", 1),
    ("kcp_quick", 7),
    ("naver", 17),
    ("payco", 1),
    ("paymentwall", 1),
    ("certifications", 4),
    ("receipts", 6),
    ("escrow", 3),
    ("users", 1),
    ("tiers", 4),
    ("partners", 1),
    ("benepia", 2),
    ("institutions", 4),
    ("cvs", 2),
];

/// The operations that the docs of 2024-03-22 list and later ones do not.
const UNDOCUMENTED: [(&str, &str); 5] = [
    ("GET /vbanks/holder", "2025-11-26"),
    ("GET /kakao/payment/orders", "2025-11-26"),
    ("PUT /tiers/{tier_code}", "2025-11-26"),
    ("POST /tiers/{tier_code}", "2025-11-26"),
    ("DELETE /tiers/{tier_code}", "2025-11-26"),
];

fn operations() -> impl Iterator<Item = (&'static Section, &'static Operation)> {
    let sections = api().sections.iter();
    sections.flat_map(|section| section.operations.iter().map(move |each| (section, each)))
}

#[test]
fn there_are_85_operations() {
    assert_eq!((api().operation_count(), CALLS.len()), (85, 85));
    let names = operations().map(|(section, each)| format!("{}.{}", section.name, each.name));
    assert!(names.eq(CALLS.iter().map(|call| call.operation)));
}

#[test]
fn they_are_in_21_sections_in_the_order_of_the_docs() {
    let sections = api().sections.iter();
    let sections: Vec<_> =
        sections.map(|section| (section.name.as_str(), section.operations.len())).collect();
    assert_eq!(sections, SECTIONS);
}

#[test]
fn five_are_not_documented_any_more() {
    let mut found: Vec<_> = operations()
        .filter_map(|(_, each)| Some((each.route.to_string(), each.undocumented_since.clone()?)))
        .collect();
    let mut expected = UNDOCUMENTED.map(|(route, date)| (route.to_owned(), date.to_owned()));
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn these_five_are_deprecated_in_rust() {
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
