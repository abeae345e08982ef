//! The set of fixtures; each is a test of its own in the binary `fixtures`.

use portone_v1_generator::diff::RULES;
use portone_v1_tests::diff_fixture::DiffFixture;
use portone_v1_tests::fixture;

#[test]
fn every_rule_has_a_fixture() {
    let names = fixture::names("diff");
    for rule in RULES {
        assert!(names.iter().any(|name| name == rule.id), "no fixture shows {}", rule.id);
    }
}

#[test]
fn a_type_used_in_many_places_is_one_change() {
    let changes = DiffFixture::read("field-renamed-in-rust").changes();
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert!(changes[0].operations.len() > 1, "{changes:?}");
}
