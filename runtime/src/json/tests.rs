//! Every shape that the server has been seen to send, and those that are rejected.

use std::fmt::Debug;

mod tolerance;

use super::{Document, FromJson, Json, Mismatch, Object};
use crate::{Decimal, Timestamp};

/// A record with an optional field, as the generator writes them.
#[derive(Debug, PartialEq)]
struct Orderer {
    name: Option<String>,
}

impl FromJson for Orderer {
    fn from_json(json: Json<'_>) -> Self {
        let mut object = json.object();
        Self { name: object.optional("name") }
    }
}

/// A record with required fields, as the generator writes them.
#[derive(Debug, PartialEq)]
struct Strict {
    a: i64,
    b: i64,
}

impl FromJson for Strict {
    fn from_json(json: Json<'_>) -> Self {
        let mut object = json.object();
        Self { a: object.required("a"), b: object.required("b") }
    }
}

/// An enumeration, as the generator writes them.
#[derive(Debug, PartialEq)]
struct Code(String);

impl FromJson for Code {
    fn from_json(json: Json<'_>) -> Self {
        Self(json.code().into_owned())
    }
}

fn object<T>(text: &str, reader: impl FnOnce(&mut Object<'_>) -> T) -> Result<T, Mismatch> {
    Document::read(text.as_bytes(), |json| reader(&mut json.object()))
}

fn required<T: FromJson>(text: &str) -> Result<T, String> {
    let text = format!(r#"{{"field":{text}}}"#);
    let read = object(&text, |object| object.required("field"));
    read.map_err(|mismatch| mismatch.found().to_owned())
}

fn optional<T: FromJson>(text: &str) -> Result<Option<T>, String> {
    let text = format!(r#"{{"field":{text}}}"#);
    let read = object(&text, |object| object.optional("field"));
    read.map_err(|mismatch| mismatch.found().to_owned())
}

#[track_caller]
fn assert_reads<T: FromJson + Debug + PartialEq>(texts: &[&str], value: fn() -> T) {
    for text in texts {
        assert_eq!(required(text), Ok(value()), "required {text}");
        assert_eq!(optional(text), Ok(Some(value())), "optional {text}");
    }
}

#[track_caller]
fn assert_absent<T: FromJson + Debug + PartialEq>(texts: &[&str]) {
    assert_eq!(object("{}", |object| object.optional::<T>("field")).unwrap(), None);
    for text in texts {
        assert_eq!(optional::<T>(text), Ok(None), "{text}");
    }
}

#[track_caller]
fn assert_refused<T: FromJson + Debug + PartialEq>(cases: &[(&str, &str)]) {
    for (text, found) in cases {
        assert_eq!(required::<T>(text), Err((*found).to_owned()), "{text}");
    }
}

const NOTHING: &[&str] = &["null", r#""""#, r#""null""#, "[]", "[ ]", "{}", "false"];

#[test]
fn strings() {
    assert_reads::<String>(&[r#""a""#, r#""\u0061""#], || "a".into());
    assert_reads::<String>(&[r#""""#], String::new);
    assert_reads::<String>(&[r#""null""#], || "null".into());
    assert_reads::<String>(&["1000.10", r#""1000.10""#], || "1000.10".into());
    assert_reads::<String>(&["true"], || "true".into());
    assert_absent::<String>(&["null", "[]", "{}"]);
    for text in [r#"["a"]"#, r#"{"a":1}"#] {
        assert_eq!(optional::<String>(text), Ok(Some(text.to_owned())));
        assert!(required::<String>(text).is_err());
    }
    assert_refused::<String>(&[
        ("null", "null"),
        (r#""\ud800""#, "a string with invalid characters"),
    ]);
}

#[test]
fn integers() {
    assert_reads::<i64>(&["3", r#""3""#, "3.0", r#"" 3 ""#, "3e0"], || 3);
    assert_reads::<i64>(&["0", r#""0""#, "-0"], || 0);
    assert_reads::<i64>(&["9223372036854775807"], || i64::MAX);
    assert_reads::<i64>(&["-9223372036854775808"], || i64::MIN);
    assert_absent::<i64>(NOTHING);
    assert_refused::<i64>(&[
        ("3.5", "a number"),
        ("9223372036854775808", "a number"),
        (r#""three""#, "a string"),
        (r#""""#, "a string"),
        ("true", "a boolean"),
        ("null", "null"),
    ]);
}

#[test]
fn amounts() {
    assert_reads::<Decimal>(&["1000", r#""1000""#, "1000.00", "1e3", "1E+3"], || 1000.into());
    assert_reads::<Decimal>(&["0.1", r#""0.10""#, "1e-1"], || Decimal::new(1, 1));
    assert_reads::<Decimal>(&["0", r#""0""#, "0.0", "-0"], || Decimal::ZERO);
    assert_reads::<Decimal>(&["79228162514264337593543950335"], || Decimal::MAX);
    assert_absent::<Decimal>(NOTHING);
    assert_refused::<Decimal>(&[
        // One more digit than a decimal can hold must not be rounded away.
        ("0.12345678901234567890123456789", "a number"),
        ("0.12345678901234567890123456789e1", "a number"),
        ("1e40", "a number"),
        (r#""1,000""#, "a string"),
        (r#""1_000""#, "a string"),
        (r#""1e3e3""#, "a string"),
        (r#""NaN""#, "a string"),
        (r#""-""#, "a string"),
        ("false", "a boolean"),
    ]);
}

#[test]
fn times() {
    let paid = || Timestamp::from_second(1_700_000_000).unwrap();
    assert_reads::<Timestamp>(&["1700000000", r#""1700000000""#, "1700000000.75", "1.7e9"], paid);
    assert_absent::<Timestamp>(NOTHING);
    assert_absent::<Timestamp>(&["0", r#""0""#, "0.0"]);
    assert_eq!(required("0"), Ok(Timestamp::UNIX_EPOCH));
    assert_refused::<Timestamp>(&[
        ("99999999999999", "a number"),
        (r#""2024-03-22""#, "a string"),
        (r#""""#, "a string"),
    ]);
}

#[test]
fn booleans() {
    assert_reads::<bool>(&["true", "1", r#""1""#, r#""true""#], || true);
    assert_reads::<bool>(&["false", "0", r#""0""#, r#""false""#], || false);
    assert_absent::<bool>(&["null", r#""""#, r#""null""#, "[]", "{}"]);
    assert_refused::<bool>(&[("2", "a number"), (r#""maybe""#, "a string"), ("null", "null")]);
}

#[test]
fn codes() {
    assert_reads::<Code>(&[r#""0""#, "0"], || Code("0".into()));
    assert_reads::<Code>(&[r#""카드""#], || Code("카드".into()));
    assert_absent::<Code>(NOTHING);
    assert_eq!(required(r#""""#), Ok(Code(String::new())));
    assert_refused::<Code>(&[("null", "null"), ("[1]", "a list")]);
}

#[test]
fn records() {
    let named = || Orderer { name: Some("a".into()) };
    assert_reads::<Orderer>(
        &[
            r#"{"name":"a"}"#,
            r#"{"name":"a","unknown":[{"deep":null}]}"#,
            r#"{"name":"b","name":"a"}"#,
            r#"{"name":"b","x":1,"name":"c","y":[2],"name":"a","z":{}}"#,
            r#"{"n\u0061me":"a"}"#,
            r#"{"n\u0061me":"b","name":"a"}"#,
            r#"{"name":"b","n\u0061me":"a"}"#,
        ],
        named,
    );
    assert_absent::<Orderer>(NOTHING);
    for text in ["{}", "[]", "[ ]"] {
        assert_eq!(required(text), Ok(Orderer { name: None }), "{text}");
    }
    assert_refused::<Orderer>(&[
        ("null", "null"),
        (r#""""#, "a string"),
        (r#"[{"name":"a"}]"#, "a list"),
    ]);
}

#[test]
fn lists() {
    assert_reads::<Vec<i64>>(&["[1,2]", r#"[1,"2"]"#, "[1,null,2]"], || vec![1, 2]);
    assert_absent::<Vec<i64>>(NOTHING);
    for text in NOTHING {
        assert_eq!(required::<Vec<i64>>(text), Ok(vec![]), "{text}");
    }
    assert!(object("{}", |object| object.list::<i64>("field")).unwrap().is_empty());
    assert_refused::<Vec<i64>>(&[(r#"{"0":1}"#, "an object"), ("1", "a number")]);
}

#[test]
fn a_bare_list_is_read_as_a_page() {
    let page = |text: &str| {
        Document::read(text.as_bytes(), |json| json.object_or_list("list").list::<i64>("list"))
    };
    for text in [r#"{"list":[1,2]}"#, "[1,2]"] {
        assert_eq!(page(text).unwrap(), [1, 2], "{text}");
    }
    for text in ["{}", "[]"] {
        assert!(page(text).unwrap().is_empty(), "{text}");
    }
    assert!(page("1").is_err());
}

#[test]
fn a_mismatch_has_the_path_of_its_value() {
    let text = r#"{"response":{"orderers":[{},null,{"name":"\ud800"}]}}"#;
    let orderers = |json: Json<'_>| json.object().list_strict::<Code>("orderers");
    let mismatch = object(text, |object| object.within("response", orderers)).unwrap_err();
    assert_eq!(mismatch.path(), "$.response.orderers[0]");
}

#[test]
fn only_the_first_mismatch_is_reported() {
    let text = r#"{"a":[{"a":1,"b":"two"},{"a":3}],"b":"three","c":{}}"#;
    let fields = |object: &mut Object<'_>| {
        let absent: Option<Strict> = object.optional("absent");
        let list = object.list_strict::<Strict>("a");
        (absent, list, object.required::<i64>("b"), object.required::<Strict>("c"))
    };
    assert_eq!(object(text, fields).unwrap_err().path(), "$.a[0].b");
}

#[test]
fn a_missing_record_is_reported_instead_of_its_fields() {
    let mismatch = object("{}", |object| object.required::<Strict>("strict")).unwrap_err();
    assert_eq!((mismatch.path().as_str(), mismatch.found()), ("$.strict", "missing"));
    let text = r#"{"strict":{"a":1}}"#;
    let mismatch = object(text, |object| object.required::<Strict>("strict")).unwrap_err();
    assert_eq!((mismatch.path().as_str(), mismatch.found()), ("$.strict.b", "missing"));
}

#[test]
fn try_read_records_no_mismatch() {
    let text = r#"{"message":["no text"],"code":"x"}"#;
    let read = object(text, |object| {
        (object.get("code").try_read::<i64>(), object.get("message").try_read::<bool>())
    });
    assert_eq!(read.unwrap(), (None, None));
}

#[test]
fn try_read_keeps_an_earlier_mismatch() {
    let read = object("{}", |object| {
        let code = object.required::<i64>("code");
        (code, object.get("message").try_read::<String>())
    });
    assert_eq!(read.unwrap_err().path(), "$.code");
}

#[test]
fn invalid_json_is_rejected() {
    for text in ["", "<html>", "{", r#"{"a":1}x"#, "{'a':1}", "\u{1}"] {
        assert!(Document::read(text.as_bytes(), |_| ()).is_err(), "{text}");
    }
    assert!(Document::read(b"\"\xff\"", String::from_json).is_err());
}

#[test]
fn fields_of_other_records_are_not_found() {
    let document = Document::parse(br#"{"inner":{"x":1},"y":2,"list":[{"x":3},"y",4]}"#);
    let mut outer = document.root().object();
    let mut inner = outer.get("inner").object();
    assert_eq!((inner.required::<i64>("x"), inner.optional::<i64>("y")), (1, None));
    assert_eq!(outer.required::<i64>("y"), 2);
    let first = outer.get("list").elements().next();
    let mut first = first.map(Json::object).unwrap();
    assert_eq!((first.required::<i64>("x"), first.optional::<i64>("y")), (3, None));
    document.end().unwrap();
}
