use portone_v1_generator::suppressions;

fn error(text: &str) -> String {
    suppressions::read(text).expect_err("an error")
}

const ENTRY: &str = "drift:\n  - id: length-changed POST /orders body.order_uid\n";

#[test]
fn a_file_without_entries_suppresses_nothing() {
    for text in ["", "# nothing yet\n", "drift: []\n"] {
        assert!(suppressions::read(text).unwrap().drift.is_empty(), "{text:?}");
    }
}

#[test]
fn an_entry_needs_reason_and_evidence() {
    assert!(error(&format!("{ENTRY}    reason: r\n")).contains("evidence"));
    assert!(error(&format!("{ENTRY}    evidence: e\n")).contains("reason"));
    assert!(error(&format!("{ENTRY}    evidence: e\n    reason: ' '\n")).contains("reason"));
    assert!(error(&format!("{ENTRY}    evidence: TODO\n    reason: r\n")).contains("evidence"));
    assert!(suppressions::read(&format!("{ENTRY}    evidence: e\n    reason: r\n")).is_ok());
}

#[test]
fn an_entry_needs_a_kind_and_a_pointer() {
    let entry = |id: &str| format!("drift: [{{ id: '{id}', reason: r, evidence: e }}]");
    assert!(error(&entry("*")).contains("kind"));
    assert!(error(&entry("lenght-changed POST /orders *")).contains("length-changed"));
    assert!(error(&entry("length-changed")).contains("which finding"));
    assert!(suppressions::read(&entry("length-changed *")).is_ok());
}

#[test]
fn unknown_keys_and_broken_yaml_are_named_with_their_line() {
    assert!(error(&format!("{ENTRY}    evidence: e\n    reason: r\n    why: x\n")).contains("why"));
    assert!(error("drfit: []\n").contains("drfit"));
    assert!(error("drift: [\n").contains("line"));
}
