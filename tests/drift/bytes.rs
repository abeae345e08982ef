//! Fixes of files with an unusual layout.

use portone_v1_generator::source::Sources;
use portone_v1_generator::upstream::{self, fix};
use portone_v1_tests::drift_fixture::DATE;
use portone_v1_tests::fixture::sources;

const UPSTREAM: &str = r#"{"swagger":"2.0","paths":{"/orders":{"post":{"summary":"주문","x-portone-category":"shop","parameters":[
    {"name":"uid","in":"formData","type":"string","required":true,"maxLength":9},
    {"name":"memo","in":"formData","type":"string","x-portone-name":"새것"},
    {"name":"last","in":"formData","type":"string"}]}}}}"#;

const HEAD: &str = "title: 주문\ndoc: Orders.\npage: shop\nnoun: Order\noperations:\n  place:\n    route: POST /orders\n    title: 주문\n    doc: Places.\n    idempotent: false\n    returns: none\n";

/// The part of the section behind `HEAD`, after a fix.
fn fixed(body: &str) -> String {
    let mut sources: Sources = sources(&format!("{HEAD}{body}"));
    let api = upstream::read_schema(&sources).expect("a valid schema");
    let facts = upstream::read_document(UPSTREAM).unwrap().facts;
    let findings = upstream::compare(&api, None, &facts);
    for (file, text) in fix::fix(&findings, &sources, Some(DATE)).files {
        sources.files[file].text = text;
    }
    let text = sources.files.into_iter().find(|file| file.path.contains("shop")).unwrap().text;
    text.strip_prefix(HEAD).expect("the rest is as it was").to_owned()
}

#[test]
fn comments_stay_with_their_entries() {
    let new = "      memo?:\n        type: string\n        title: 새것\n        doc: TODO\n";
    let before = "    body: # all\n      # first\n      uid: # its\n        type: \"string\" # t\n# far left\n        title: 번호\n        doc: |\n          A text.\n\n          # no comment.\n        max_length: 8\n\n      # about last\n";
    let after = "      last?: { type: string, title: 끝, doc: Last. }\n# the end\n";
    let expected = before.replace("max_length: 8", "max_length: 9");
    assert_eq!(
        fixed(&format!("{before}{after}")),
        expected.replace("\n\n      # about", &format!("\n{new}\n      # about")) + after
    );
}

#[test]
fn a_missing_final_newline_is_kept() {
    let text = fixed(
        "    body:\n      last?: { type: string, title: 끝, doc: L. }\n      uid: { type: string, title: 번호, doc: U., max_length: 9 }",
    );
    assert!(
        text.ends_with(
            "max_length: 9 }\n      memo?:\n        type: string\n        title: 새것\n        doc: TODO"
        ),
        "{text}"
    );
}

#[test]
fn quotes_stay() {
    let text = fixed(
        "    body:\n      'uid?': { 'type': 'string', title: \"번호\", doc: 'U.', \"max_length\": 7 }\n      \"last\": { type: string, title: 끝, doc: L. }\n      memo?: { type: string, title: 새것, doc: N. }\n",
    );
    assert_eq!(
        text,
        "    body:\n      'uid': { 'type': 'string', title: \"번호\", doc: 'U.', \"max_length\": 9 }\n      \"last?\": { type: string, title: 끝, doc: L. }\n      memo?: { type: string, title: 새것, doc: N. }\n"
    );
}

#[test]
fn the_last_member_and_the_first_of_braces_can_go() {
    let text = fixed(
        "    body:\n      uid: { type: string, title: 번호, doc: U., max_length: 9 }\n      memo?: { max_length: 3, type: string, title: 새것, doc: N. }\n      last?: { type: string, title: 끝, doc: L., max_length: 3 }\n",
    );
    assert_eq!(
        text,
        "    body:\n      uid: { type: string, title: 번호, doc: U., max_length: 9 }\n      memo?: { type: string, title: 새것, doc: N. }\n      last?: { type: string, title: 끝, doc: L. }\n"
    );
}
