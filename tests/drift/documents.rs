use std::env;
use std::fmt::Write;

use portone_v1_generator::upstream;

fn refusal(text: &str) -> String {
    upstream::read_document(text).expect_err("no document")
}

#[test]
fn documents_other_than_swagger_2_0_are_rejected() {
    for text in ["", "[]", "7", "{}", "openapi: 3.1.0\npaths: {}", r#"{"swagger":2,"paths":{}}"#] {
        assert!(refusal(text).contains("not a Swagger 2.0"), "{text}");
    }
    for text in [
        r#"{"swagger":"2.0"}"#,
        r#"{"swagger":"2.0","paths":[]}"#,
        r#"{"swagger":"2.0","paths":{}}"#,
        r#"{"swagger":"2.0","paths":{"/a":{"get":{"x-portone-hidden":true}}}}"#,
    ] {
        assert!(refusal(text).contains("paths"), "{text}");
    }
    assert!(refusal("{\"swagger\": \"2.0\",\n  oops").contains("line 2"));
}

#[test]
fn duplicate_keys_are_rejected() {
    let doubled = r#"{"swagger":"2.0","paths":{"/a":{"get":{}},"/a":{"put":{}}}}"#;
    assert!(refusal(doubled).contains("duplicate key `/a`"), "{}", refusal(doubled));
    let deep = r#"{"swagger":"2.0","paths":{"/a":{"get":{"summary":"a","summary":"b"}}}}"#;
    assert!(refusal(deep).contains("duplicate key `summary`"), "{}", refusal(deep));
    let yaml = "swagger: '2.0'\npaths:\n  /a: { get: {} }\n  /a: { put: {} }\n";
    assert!(refusal(yaml).contains("uplicate"), "{}", refusal(yaml));
}

#[test]
fn hidden_nodes_are_left_out_and_counted() {
    let document = |marked: &str| {
        let parameter = format!(r#"{{"name":"a","in":"query","type":"string"{marked}}}"#);
        let get = format!(r#"{{"parameters":[{parameter},{{"name":"b","in":"query"}}]}}"#);
        let text = format!(
            r#"{{"swagger":"2.0","paths":{{"/a":{{"get":{get},"put":{{"tags":[]{marked}}}}}}}}}"#
        );
        upstream::read_document(&text).unwrap()
    };
    let hidden = document(r#","x-portone-hidden":true"#);
    assert_eq!(hidden.hidden, 2);
    assert_eq!(hidden.facts.operations.keys().collect::<Vec<_>>(), ["GET /a"]);
    assert_eq!(
        hidden.facts.operations["GET /a"].parameters.keys().collect::<Vec<_>>(),
        ["query.b"]
    );
    let shown = document(r#","x-portone-hidden":false"#);
    assert_eq!((shown.hidden, shown.facts.operations.len()), (0, 2));
}

#[test]
fn compositions_that_contain_themselves_end() {
    let text = r##"{"swagger":"2.0","paths":{"/a":{"get":{"responses":{"200":{"schema":{"$ref":"#/definitions/A"}}}}}},
        "definitions":{"A":{"allOf":[{"$ref":"#/definitions/A"},{"properties":{"a":
        {"allOf":[{"$ref":"#/definitions/A"},{"properties":{}}]}}}]}}}"##;
    upstream::read_document(text).unwrap();
}

#[test]
fn a_lock_of_another_version_is_rejected() {
    let facts =
        upstream::read_document(r#"{"swagger":"2.0","paths":{"/a":{"get":{}}}}"#).unwrap().facts;
    let lock = upstream::write_lock(facts, "2026-07-27", "00").unwrap();
    let other = lock.replace("\"version\": 2", "\"version\": 3");
    assert!(upstream::read_lock(&other).unwrap_err().to_string().contains("version 3"));
}

#[test]
fn characters_outside_the_first_plane_are_read_however_they_are_escaped() {
    let document = |title: &str| {
        let path = format!(r#""/a":{{"get":{{"summary":"{title}"}}}}"#);
        format!("\u{feff}{{\"swagger\":\"2.0\",\"paths\":{{{path}}}}}")
    };
    let facts = upstream::read_document(&document("\\ud83d\\ude00")).unwrap().facts;
    assert_eq!(facts.operations["GET /a"].title, "😀");
}

#[test]
fn deep_nesting_is_rejected() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        refusal(&format!(r#"{{"swagger":"2.0","paths":{{}},"x":{deep}}}"#));
        refusal(&format!("swagger: '2.0'\npaths: {{}}\nx: {deep}\n"));
    }
    let mut yaml = String::new();
    for depth in 0..5_000 {
        writeln!(yaml, "{:depth$}a:", "").unwrap();
    }
    refusal(&yaml);
}

#[test]
fn aliases_that_multiply_are_rejected() {
    let mut yaml = "swagger: '2.0'\npaths: {}\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for step in 1..12 {
        let items = vec![format!("*a{}", step - 1); 10].join(", ");
        writeln!(yaml, "a{step}: &a{step} [{items}]").unwrap();
    }
    refusal(&yaml);
}

#[test]
fn garbage_does_not_panic() {
    let document = include_str!("odd-document/upstream.json");
    let letters: Vec<char> = document.chars().collect();
    let documents = env::var("GARBAGE_DOCUMENTS").map_or(60, |number| number.parse().unwrap());
    for step in 0..documents {
        let mut broken = letters.clone();
        let at = step * 7919 % broken.len();
        broken[at] = ['"', '{', '가', '\u{0}', '7', ']'][step % 6];
        let cut: String = broken.iter().take(broken.len() - step % 50).collect();
        let _ = upstream::read_document(&cut);
    }
}

#[test]
fn a_lock_holds_no_prose_but_notices_its_edits() {
    let document = |text: &str| {
        let path = format!(r#""/a":{{"get":{{"summary":"title","description":"{text}"}}}}"#);
        upstream::read_document(&format!(r#"{{"swagger":"2.0","paths":{{{path}}}}}"#))
            .unwrap()
            .facts
    };
    let lock = |text: &str| upstream::write_lock(document(text), "2026-07-27", "00").unwrap();
    assert!(!lock("some sentence").contains("sentence"));
    assert_eq!(lock("some sentence"), lock("some sentence"));
    assert_ne!(lock("some sentence"), lock("another sentence"));
    assert_eq!(upstream::read_lock(&lock("x")).unwrap().facts, document("x"));
}
