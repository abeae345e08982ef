//! Facts that exist only in prose.

use portone_v1_generator::upstream::prose::{names_gateways, of, values};
use serde_json::json;

#[test]
fn markup_and_layout_are_no_edit_of_a_text() {
    let hash = |text: &str| of(&json!({ "description": text }));
    assert_eq!(hash("<p>the <code>key</code>\n of it</p>"), hash("the `key` of  it"));
    assert_ne!(hash("the key of it"), hash("the key of them"));
    assert_ne!(hash("a < b"), hash("a < c"));
}

#[test]
fn rules_in_prose_are_noticed() {
    assert!(names_gateways("(필수 : 케이씨피) x") && names_gateways("필수:x"));
    assert!(!names_gateways("필수 입력") && !names_gateways(""));
}

#[test]
fn codes_stand_in_many_kinds_of_list() {
    for (description, expected) in [
        ("<ul><li> pc:(a)b\n</li><li> mobile : c</li></ul>", &["pc", "mobile"][..]),
        ("<li>ready(미결제)</li><li>paid(결제완료)</li>", &["ready", "paid"]),
        ("<li>개인 : `person`</li><li>사업자 : `company`</li>", &["person", "company"]),
        ("<li>null:일반결제</li><li> payment.scheduled:예약</li>", &["payment.scheduled"]),
        ("<li>나이스페이먼츠</li><li>KSNET</li>", &[]),
        ("no list", &[]),
    ] {
        assert_eq!(values(description), expected, "{description}");
    }
}
