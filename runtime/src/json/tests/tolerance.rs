//! Values that can be done without.

use std::fmt::Debug;

use super::{Code, NOTHING, Strict};
use crate::json::{Document, FromJson, Object};
use crate::{Decimal, Timestamp};

/// A value, and the mismatches that were tolerated: paths, kinds, and whether the value was read.
type Tolerated<T> = (T, Vec<(String, &'static str, bool)>);

#[track_caller]
fn tolerated<T>(text: &str, reader: impl FnOnce(&mut Object<'_>) -> T) -> Tolerated<T> {
    let document = Document::parse(text.as_bytes());
    let value = reader(&mut document.root().object());
    let mismatches = document.end().unwrap().into_iter();
    let described = mismatches.map(|it| (it.path(), it.found(), it.is_repaired()));
    (value, described.collect())
}

#[track_caller]
fn assert_left_out<T: FromJson + Debug + PartialEq>(texts: &[&str]) {
    for text in texts {
        let text = format!(r#"{{"field":{text}}}"#);
        let (value, mismatches) = tolerated(&text, |object| object.optional::<T>("field"));
        assert_eq!(value, None, "{text}");
        let [(path, _, repaired)] = &mismatches[..] else { panic!("{text}: {mismatches:?}") };
        assert_eq!((path.as_str(), *repaired), ("$.field", false), "{text}");
    }
}

#[track_caller]
fn assert_repaired<T: FromJson + Debug + PartialEq>(text: &str, expected: T) {
    let text = format!(r#"{{"field":{text}}}"#);
    let (value, mismatches) = tolerated(&text, |object| object.optional::<T>("field"));
    assert_eq!(value, Some(expected), "{text}");
    assert!(mismatches[0].2 && mismatches.len() == 1, "{text}");
}

#[test]
fn an_unreadable_value_is_left_out_and_listed() {
    assert_left_out::<i64>(&[r#""일시불""#, "3.5", "true", "[3]", r#"{"a":3}"#, r#""x""#, "1e99"]);
    assert_left_out::<bool>(&["2", r#""maybe""#, "[true]", "0.5"]);
    assert_left_out::<Decimal>(&[r#""1,000""#, "true", "[1000]", r#""₩1000""#]);
    assert_left_out::<Timestamp>(&[r#""yesterday""#, r#""2024-03-22""#, "true", "1e30", "-1e18"]);
    assert_left_out::<Code>(&["[1]", r#"{"a":1}"#, r#""\ud800""#]);
    assert_left_out::<Strict>(&["1", r#""a""#, "true", "[1]"]);
}

#[test]
fn a_value_with_one_reading_is_repaired_and_listed() {
    for (text, value) in
        [("Y", true), ("n", false), ("No", false), ("yes", true), ("TRUE", true), ("False", false)]
    {
        assert_repaired(&format!("{text:?}"), value);
    }
    let paid = Timestamp::from_second(1_700_000_000).unwrap();
    for text in ["1700000000000", "1700000000999", r#""1700000000000""#, "1700000000000000"] {
        assert_repaired(text, paid);
    }
    assert_repaired(r#""2023-11-14T22:13:20Z""#, paid);
    assert_repaired(r#""2023-11-15T07:13:20+09:00""#, paid);
}

#[test]
fn nothing_is_listed_for_what_the_server_usually_sends() {
    for text in NOTHING.iter().chain(&["3", r#""3""#, "3.0"]) {
        let text = format!(r#"{{"field":{text}}}"#);
        let (_, mismatches) = tolerated(&text, |object| object.optional::<i64>("field"));
        assert!(mismatches.is_empty(), "{text}: {mismatches:?}");
    }
}

#[test]
fn a_record_without_its_essentials_is_left_out() {
    let text =
        r#"{"one":{"a":1,"b":"two"},"list":[{"a":1,"b":2},{"a":1},7,{"a":3,"b":4}],"odd":1}"#;
    let (value, mismatches) = tolerated(text, |object| {
        let one = object.optional::<Strict>("one");
        let list = object.list::<Strict>("list");
        (one, list, object.list::<Strict>("odd"), object.optional::<i64>("none"))
    });
    let list = vec![Strict { a: 1, b: 2 }, Strict { a: 3, b: 4 }];
    assert_eq!(value, (None, list, vec![], None));
    let paths: Vec<_> = mismatches.iter().map(|(path, found, _)| (path.as_str(), *found)).collect();
    let expected = [
        ("$.one.b", "a string"),
        ("$.list[1].b", "missing"),
        ("$.list[2]", "a number"),
        ("$.odd", "a number"),
    ];
    assert_eq!(paths, expected);
}

#[test]
fn an_essential_value_fails_after_others_were_tolerated() {
    let document = Document::parse(br#"{"a":"x","list":[{"a":1}],"b":"y","c":"z"}"#);
    let mut object = document.root().object();
    assert_eq!(object.optional::<i64>("a"), None);
    assert!(object.list::<Strict>("list").is_empty());
    object.required::<i64>("b");
    object.optional::<i64>("c");
    let mismatch = document.end().unwrap_err();
    assert_eq!(mismatch.path(), "$.b");
}

#[test]
fn a_strict_field_may_be_absent_but_not_unreadable() {
    let read = |text: &str| {
        let document = Document::parse(text.as_bytes());
        let value = document.root().object().optional_strict::<i64>("next");
        document.end().map(|_| value).map_err(|mismatch| mismatch.path())
    };
    assert_eq!(read("{}"), Ok(None));
    assert_eq!(read(r#"{"next":false}"#), Ok(None));
    assert_eq!(read(r#"{"next":2}"#), Ok(Some(2)));
    assert_eq!(read(r#"{"next":"two"}"#), Err("$.next".to_owned()));
}

#[test]
fn the_list_is_bounded() {
    let elements = r#"{"a":1},"#.repeat(5_000);
    let text = format!(r#"{{"list":[{elements}{{"a":1,"b":2}}],"x":"?","y":5}}"#);
    let (value, mismatches) = tolerated(&text, |object| {
        let list = object.list::<Strict>("list");
        (list, object.optional::<i64>("x"), object.optional::<i64>("y"))
    });
    assert_eq!(value, (vec![Strict { a: 1, b: 2 }], None, Some(5)));
    assert_eq!(mismatches.len(), 100);
    assert_eq!(mismatches[99].0, "$.list[99].b");
    let document = Document::parse(text.as_bytes());
    let mut object = document.root().object();
    object.list::<Strict>("list");
    object.required::<i64>("x");
    assert_eq!(document.end().unwrap_err().path(), "$.x");
}

#[test]
fn a_bare_list_is_a_page_without_numbers() {
    let document = Document::parse(br#"[{"a":1,"b":2},{"a":1}]"#);
    let list = document.root().page("list").list::<Strict>("list");
    assert_eq!(list, [Strict { a: 1, b: 2 }]);
    let paths: Vec<_> = document.end().unwrap().iter().map(|it| it.path()).collect();
    assert_eq!(paths, ["$", "$[1].b"]);
}
