//! Sentences of upstream's texts, and facts that exist only in them.

use portone_v1_generator::upstream::prose::{Prose, codes, difference, names_gateways};
use serde_json::{Value, json};

fn hash(node: &Value) -> String {
    Prose::of(node).hash
}

fn text(text: &str) -> Prose {
    Prose::of(&json!({ "description": text }))
}

#[test]
fn markup_and_layout_are_no_edit_of_a_text() {
    for (html, markdown) in [
        ("<p>the <code>key</code>\n of it</p>\n", "the `key` of  it"),
        ("<p>see <a href=\"/x\">it</a></p>", "see [it](/x)"),
        ("<ul>\n<li>a : <b>b</b></li>\n<li>c &lt; d</li>\n</ul>", "- a : **b**\n- c < d"),
        ("<ol><li>one</li></ol>‘x’ — y", "1. one\n\n'x' - y"),
        ("<p>a &amp; b &quot;c&quot;</p>", "a & b \"c\""),
    ] {
        assert_eq!(text(html).hash, text(markdown).hash, "{html}");
    }
    assert_ne!(text("the key of it").hash, text("the key of them").hash);
    assert_ne!(text("a < b").hash, text("a > b").hash);
}

#[test]
fn a_text_that_only_moves_is_no_edit() {
    let one = hash(&json!({ "summary": "First.", "description": "Second. Third." }));
    for same in [
        json!({ "description": "First. Second.<br>Third." }),
        json!({ "x-portone-summary": "First.", "x-portone-description": "Second. Third." }),
        json!({ "summary": "First.", "description": "Second. Third.", "x-portone-description": "Third." }),
    ] {
        assert_eq!(hash(&same), one, "{same}");
    }
    assert_ne!(hash(&json!({ "description": "First. Second." })), one);
}

#[test]
fn only_the_sentences_that_differ_are_shown() {
    let (old, new) = (text("It stays. Pay within 3 days."), text("Pay within 5 days. It stays."));
    assert_eq!(difference(&old, &new).unwrap(), "Pay within [-3-]{+5+} days.");
    assert_eq!(difference(&text(""), &new).unwrap(), "{+Pay within 5 days. It stays.+}");
    let locked = Prose { hash: "00".to_owned(), sentences: Vec::new() };
    assert_eq!(difference(&locked, &new), None);
}

#[test]
fn rules_in_prose_are_noticed() {
    assert!(names_gateways("(필수 : 케이씨피) x") && names_gateways("필수:x"));
    assert!(!names_gateways("필수 입력") && !names_gateways(""));
}

fn names(text: &str) -> Vec<Vec<String>> {
    let lists = codes(text).into_iter();
    lists.map(|list| list.into_iter().map(|(code, _)| code).collect()).collect()
}

#[test]
fn codes_stand_in_many_kinds_of_list() {
    for (description, expected) in [
        ("<ul><li> pc:(a)b\n</li><li> mobile : c</li></ul>", &["pc", "mobile"][..]),
        ("<li>ready(미결제)</li><li>paid(결제완료)</li>", &["ready", "paid"]),
        ("<li>개인 : `person`</li><li>사업자 : `company`</li>", &["person", "company"]),
        ("<li>null:일반결제</li><li> payment.scheduled:예약</li>", &["payment.scheduled"]),
        ("<li>나이스페이먼츠</li><li>KSNET</li>", &[]),
        ("종류\n- 0 : 신용카드\n- 1 : 체크카드", &["0", "1"]),
        ("* 개인 : `person`\n\n* 사업자 : `company`", &["person", "company"]),
        ("no list", &[]),
    ] {
        assert_eq!(names(description).concat(), expected, "{description}");
    }
}

#[test]
fn lists_are_apart() {
    let text = "방식\n - SMS\n - APP\n\n지원하는 pg사\n- kcp(신모듈)";
    assert_eq!(names(text), [vec!["SMS", "APP"], vec!["kcp"]]);
}
