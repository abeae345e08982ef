use portone_v1_generator::upstream::{Finding, Group, Words, report};
use portone_v1_tests::drift_fixture::DriftFixture;
use serde_json::{Value, json};

fn many() -> Vec<Finding> {
    let fixture = DriftFixture::read("many");
    fixture.findings(&fixture.sources())
}

#[test]
fn many_has_all_groups() {
    for group in Group::ALL {
        assert!(many().iter().any(|finding| finding.kind.group() == group), "{group:?}");
    }
}

#[test]
fn json_has_the_documented_keys_and_no_others() {
    let document = report::json(&many(), Words::Drift);
    assert_eq!(document["version"], 1);
    let keys = [
        "compared",
        "detail",
        "doc",
        "edit",
        "field",
        "file",
        "group",
        "id",
        "kind",
        "line",
        "location",
        "means",
        "note",
        "operation",
        "ours",
        "page",
        "suggestion",
        "theirs",
        "type",
    ];
    for finding in document["findings"].as_array().unwrap() {
        let mut found: Vec<_> = finding.as_object().unwrap().keys().map(String::as_str).collect();
        found.sort_unstable();
        assert_eq!(found, keys);
    }
}

#[test]
fn json_has_the_location_of_parameters_and_fields() {
    let document = report::json(&many(), Words::Drift);
    let find = |id: &str| -> Value {
        let findings = document["findings"].as_array().unwrap();
        findings.iter().find(|finding| finding["id"] == id).unwrap().clone()
    };
    let parameter = find("length-changed POST /orders body.order_uid");
    assert_eq!(parameter["operation"], "POST /orders");
    assert_eq!(parameter["type"], Value::Null);
    assert_eq!(
        (&parameter["location"], &parameter["field"]),
        (&json!("body"), &json!("order_uid"))
    );
    assert_eq!((&parameter["ours"], &parameter["theirs"]), (&json!("40"), &json!("64")));
    assert_eq!(parameter["file"], "schema/sections/shop.yaml");
    assert_eq!(parameter["line"], 15);
    assert_eq!(parameter["suggestion"], "max_length: 64");
    let field = find("field-added OrderAnnotation memo");
    assert_eq!((&field["operation"], &field["type"]), (&Value::Null, &json!("OrderAnnotation")));
    assert_eq!((&field["location"], &field["field"]), (&json!(""), &json!("memo")));
}

#[test]
fn upstream_text_is_sanitized_in_reports() {
    let mut findings = many();
    findings[0].theirs = "a|b @who <b>\u{1b}[31m`x`\nnext".to_owned();
    findings[0].suggestion = "```\u{7}".to_owned();
    let (text, markdown) = (
        report::text(&findings, Words::Drift, str::to_owned),
        report::markdown(&findings, Words::Drift),
    );
    for report in [&text, &markdown] {
        assert!(!report.contains(['\u{1b}', '\u{7}']), "{report}");
    }
    let row = markdown.lines().find(|line| line.contains("&#124;")).unwrap();
    assert_eq!(row.matches('|').count(), 5, "{row}");
    assert!(!row.contains('@') && !row.contains("<b>") && !row.contains('`'), "{row}");
}

#[test]
fn a_report_on_two_documents_does_not_speak_of_a_schema() {
    let fixtures = DriftFixture::all();
    for fixture in &fixtures {
        let Some(changes) = fixture.changes() else { continue };
        let text = report::text(&changes, Words::Changes, str::to_owned);
        let markdown = report::markdown(&changes, Words::Changes);
        for report in [text, markdown, report::json(&changes, Words::Changes).to_string()] {
            let words = report.split(|letter: char| !letter.is_ascii_alphabetic());
            let ours = words.filter(|word| ["ours", "theirs", "our", "suggestion:"].contains(word));
            assert_eq!(ours.count(), 0, "{}: {report}", fixture.schema.name);
        }
    }
}
