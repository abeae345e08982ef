//! Valid and invalid JSON of each kind, judged as serde_json judges it.

use super::{assert_agrees, tokenize};

#[track_caller]
fn assert_accepted(texts: &[&str]) {
    for text in texts {
        assert!(tokenize(text).is_ok(), "{text:?}");
        assert_agrees(text);
    }
}

#[track_caller]
fn assert_rejected(texts: &[&str]) {
    for text in texts {
        assert!(tokenize(text).is_err(), "{text:?}");
        assert_agrees(text);
        assert!(tokenize(&format!("[{text}]")).is_err() || text.trim().is_empty(), "[{text:?}]");
        assert!(tokenize(&format!("{{\"a\":{text}}}")).is_err(), "{{\"a\":{text:?}}}");
    }
}

#[test]
fn numbers() {
    assert_accepted(&[
        "0",
        "-0",
        "7",
        "-7",
        "10",
        "1234567890",
        "0.0",
        "-0.1",
        "3.25",
        "10000000000000000000.01",
        "1e2",
        "1E2",
        "1e+2",
        "1E-2",
        "0e0",
        "0e+7",
        "-1.5e-0007",
        "0.1e00",
        "1e400",
        "-1e-400",
        "123456789012345678901234567890",
        "0.00000000000000000000000000000000001",
    ]);
    assert_rejected(&[
        "-",
        "+",
        "+1",
        "--1",
        "- 1",
        "1-",
        "00",
        "01",
        "-01",
        "007",
        ".5",
        "-.5",
        "1.",
        "1.e1",
        "1..2",
        "1.2.3",
        "1e",
        "1E+",
        "1e-",
        "1e1.5",
        "1e1e1",
        "1e++1",
        "e1",
        "0x10",
        "1_000",
        "1,000.5,",
        "1a",
        "1 2",
        "½",
        "１",
        "NaN",
        "Infinity",
        "-Infinity",
        "inf",
        "0b1",
        "1f",
        "1+2",
    ]);
}

#[test]
fn words() {
    assert_accepted(&["null", "true", "false"]);
    assert_rejected(&[
        "nul",
        "nulll",
        "Null",
        "NULL",
        "tru",
        "truee",
        "True",
        "fals",
        "falsee",
        "undefined",
        "nil",
        "none",
        "n",
        "truefalse",
        "null null",
        "a",
        "//",
        "/* */ 1",
        "# 1",
    ]);
}

#[test]
fn strings() {
    assert_accepted(&[
        r#""""#,
        r#""a""#,
        r#""가나다""#,
        r#""😀""#,
        "\"\u{7f}\"",
        "\"\u{80}\"",
        "\"\u{2028}\u{2029}\"",
        "\"\u{feff}\"",
        "\"\u{10ffff}\"",
        r#""/""#,
        r#""'""#,
        r#""a//b/*c*/""#,
        r#""{[,:]}""#,
    ]);
    assert_rejected(&[
        "\"",
        "\"a",
        "a\"",
        "'a'",
        "`a`",
        "\"a\"b\"",
        "\"a\" \"b\"",
        "\"\n\"",
        "\"\r\"",
        "\"\t\"",
        "\"\0\"",
        "\"\u{1f}\"",
        "\"a\u{1}b\"",
        "“a”",
    ]);
}

#[test]
fn escape_sequences() {
    assert_accepted(&[
        r#""\"""#,
        r#""\\""#,
        r#""\/""#,
        r#""\b\f\n\r\t""#,
        r#""\u0000""#,
        r#""\u001F""#,
        r#""\uAbCd""#,
        r#""\\u000""#,
        r#""\\\"""#,
        r#""\u0022""#,
        r#""\uffff""#,
        r#""\ufeff""#,
    ]);
    assert_rejected(&[
        r#""\""#,
        r#""\\\""#,
        r#""\a""#,
        r#""\'""#,
        r#""\0""#,
        r#""\x41""#,
        r#""\U0041""#,
        r#""\u""#,
        r#""\u1""#,
        r#""\u12""#,
        r#""\u123""#,
        r#""\u123g""#,
        r#""\u 123""#,
        r#""\u{41}""#,
        r#""\u+041""#,
        r#""\ ""#,
        r#""\가""#,
        "\"\\\n\"",
        "\\u0022a\"",
        r#"\n"#,
    ]);
}

/// A string that nobody reads must not fail the response; reading it does.
#[test]
fn unpaired_surrogates() {
    assert_accepted(&[
        r#""\ud83d\ude00""#,
        r#""\ud83d""#,
        r#""\ude00""#,
        r#""\ude00\ud83d""#,
        r#""\ud83d\ud83d""#,
        r#""\ud83da""#,
        r#""\ud83d\n""#,
        r#""\ud83d\u0041""#,
        r#"{"\ud83d":1}"#,
    ]);
    assert_rejected(&[r#""\ud83d\u""#, r#""\ud83d\ude0""#, r#""\ud83d\""#, r#""\ud83d\ude0g""#]);
}

#[test]
fn lists() {
    assert_accepted(&["[]", "[ ]", "[1]", "[1,2]", "[[]]", "[[],[[]]]", "[null,true,\"\",{},0]"]);
    assert_rejected(&[
        "[",
        "]",
        "[[]",
        "[]]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[,]",
        "[1,,2]",
        "[1 2]",
        "[1:2]",
        "[1}",
        "[1;2]",
        "[\"a\":1]",
        "(1)",
        "[1],",
        "[] []",
        "[\"a\"",
        "[a]",
    ]);
}

#[test]
fn objects() {
    assert_accepted(&[
        "{}",
        "{ }",
        r#"{"a":1}"#,
        r#"{"":0}"#,
        r#"{"a":1,"b":{"a":[]}}"#,
        r#"{"a":1,"a":2}"#,
        r#"{"a":1,"\u0061":1}"#,
        r#"{"{":"}"}"#,
    ]);
    assert_rejected(&[
        "{",
        "}",
        "{{}}",
        "{}}",
        r#"{"a"}"#,
        r#"{"a":}"#,
        r#"{"a":1"#,
        r#"{"a":1,"#,
        r#"{"a":1,}"#,
        r#"{,"a":1}"#,
        r#"{"a":1,,"b":2}"#,
        r#"{"a":1 "b":2}"#,
        r#"{"a" 1}"#,
        r#"{"a"::1}"#,
        r#"{"a",1}"#,
        r#"{a:1}"#,
        r#"{'a':1}"#,
        r#"{1:1}"#,
        r#"{null:1}"#,
        r#"{[]:1}"#,
        r#"{"a":1]"#,
        r#"{:1}"#,
        r#"{"a":"b":"c"}"#,
        r#"{"a"=1}"#,
        r#"{"a":1}{"b":2}"#,
        r#"{"a":1};"#,
        r#"{"a":1}#"#,
    ]);
}

#[test]
fn white_space() {
    assert_accepted(&[
        " 1",
        "1 ",
        "\t1\n",
        "\r\n[\r\n]\r\n",
        " { \"a\" : [ 1 , 2 ] } ",
        "\n\n\n{}\n\n",
        "[\t\"a\"\n,\r1 ]",
    ]);
    assert_rejected(&[
        "",
        " ",
        "\n",
        "\u{b}1",
        "\u{c}1",
        "\0",
        "1\0",
        "\u{a0}1",
        "\u{2028}1",
        "\u{3000}1",
        "\u{85}1",
        "\u{200b}1",
        "1\u{2060}",
        "[\u{c}]",
        "-\n1",
        "1 .5",
        "1e 5",
        "tr ue",
    ]);
}

#[test]
fn byte_order_marks() {
    assert_rejected(&["\u{feff}", "\u{feff}1", "\u{feff}{}", "{}\u{feff}", "\u{fffe}{}"]);
}

#[test]
fn nesting_is_limited_to_128_levels() {
    let kinds: [fn(usize) -> String; 2] = [nested_lists, nested_objects];
    for nested in kinds {
        assert!(tokenize(&nested(128)).is_ok());
        assert_eq!(tokenize(&nested(129)).err(), Some(hifijson::Error::Depth));
        // A million levels, which recursion without a limit would not survive.
        assert_eq!(tokenize(&nested(1_000_000)).err(), Some(hifijson::Error::Depth));
    }
    assert_eq!(tokenize(&"[".repeat(1_000_000)).err(), Some(hifijson::Error::Depth));
    assert!(tokenize(&format!("[{}]", [nested_lists(127).as_str(); 1000].join(","))).is_ok());
}

fn nested_lists(depth: usize) -> String {
    "[".repeat(depth) + &"]".repeat(depth)
}

fn nested_objects(depth: usize) -> String {
    r#"{"a":"#.repeat(depth) + "0" + &"}".repeat(depth)
}
