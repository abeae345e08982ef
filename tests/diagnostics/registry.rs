//! The long texts of the registry.

use portone_v1_generator::diagnostics::codes;

#[test]
fn every_explanation_has_text_and_an_example() {
    for code in codes::ALL {
        let text = code.explanation;
        assert!(text.len() > 200, "{}: {text}", code.id);
        assert!(text.contains("```yaml\n"), "{} shows no example", code.id);
        assert_ne!(text.trim(), "TODO", "{}", code.id);
        assert_eq!(text.matches("```").count() % 2, 0, "{} leaves a block open", code.id);
    }
}

#[test]
fn codes_are_in_order_and_none_is_used_twice() {
    let ids: Vec<_> = codes::ALL.iter().map(|code| code.id).collect();
    let numbered: Vec<_> = (1..=ids.len()).map(|number| format!("E{number:03}")).collect();
    assert_eq!(ids, numbered);
}

#[test]
fn a_code_is_found_in_any_case() {
    assert_eq!(codes::find("e012"), codes::find("E012"));
    assert!(codes::find("E012").is_some());
    assert!(codes::find("E999").is_none());
}
