//! The tokenizer accepts the same texts as serde_json.

use serde_json::value::RawValue;

use super::tokenize;
use crate::json::node::Node;

mod syntax;

const SAMPLES: [&str; 7] = [
    r#"{"code":0,"message":null,"response":{"imp_uid":"imp_1","amount":1000.50,"list":[{},[]]}}"#,
    r#"[-0, 0.5e+10, 12E-3, 1, "카드 \"\\\/\b\f\n\r\t 가 a longer text than eight"]"#,
    " [ true , false , null ] \n",
    r#""\ud800""#,
    "{\"a\" : [ 1 , [ ] , { \"b\" : { } } ] ,\t\"\" : \"\" }",
    "[0.0, 10, -5e5]",
    "1",
];

#[track_caller]
fn assert_agrees(text: &str) {
    let accepted = serde_json::from_str::<&RawValue>(text).is_ok();
    assert_eq!(tokenize(text).is_ok(), accepted, "{text:?}");
}

#[test]
fn valid_json_is_accepted() {
    for text in SAMPLES {
        assert!(tokenize(text).is_ok(), "{text}");
    }
}

#[test]
fn truncated_json_is_rejected() {
    for text in SAMPLES {
        text.char_indices().for_each(|(at, _)| assert_agrees(&text[..at]));
    }
}

#[test]
fn any_character_in_any_place_agrees() {
    let strange = [
        '"', '\\', '{', '}', '[', ']', ',', ':', '0', '1', '-', '+', '.', 'e', 'n', 'u', ' ',
        '\u{1f}', '가',
    ];
    for (text, character) in SAMPLES.into_iter().flat_map(|text| strange.map(|it| (text, it))) {
        for (at, old) in text.char_indices() {
            let (before, after) = (&text[..at], &text[at + old.len_utf8()..]);
            assert_agrees(&format!("{before}{character}{after}"));
            assert_agrees(&format!("{before}{character}{old}{after}"));
            assert_agrees(&format!("{before}{after}"));
        }
    }
}

#[test]
fn random_texts_agree() {
    let pieces = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\"a\"", "1", "-", "0", ".", "e", "true", "null",
        "nul", " ",
    ];
    let mut random = fastrand::Rng::with_seed(7);
    for _ in 0..200_000 {
        let length = random.usize(1..9);
        let text: String = (0..length).filter_map(|_| random.choice(pieces)).collect();
        assert_agrees(&text);
    }
}

#[test]
fn nodes_have_the_positions_of_their_values() {
    let text = r#"{"a":[1,"b\"c",{}],"d":null}"#;
    let nodes = tokenize(text).unwrap();
    let found: Vec<_> = nodes.iter().map(|node| &text[node.range()]).collect();
    let list = r#"[1,"b\"c",{}]"#;
    assert_eq!(found, [text, r#""a""#, list, "1", r#""b\"c""#, "{}", r#""d""#, "null"]);
    let sizes: Vec<_> = nodes.iter().map(Node::size).collect();
    assert_eq!(sizes, [8, 1, 4, 1, 1, 1, 1, 1]);
    assert!(nodes[4].is_escaped() && !nodes[1].is_escaped());
}
