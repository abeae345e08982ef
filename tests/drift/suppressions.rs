use portone_v1_generator::suppressions;
use portone_v1_generator::upstream::suppression::apply;
use portone_v1_generator::upstream::{Finding, Kind};

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

/// The problems of an entry for a length that is 40 here and 10 upstream, and whether the finding is left.
fn applied(entry: &str) -> (Vec<String>, bool) {
    let text = format!("drift: [{{ {entry}, reason: r, evidence: e }}]");
    let finding =
        Finding::new(Kind::LengthChanged, "POST /orders", "body.order_uid").between("40", "10");
    let mut findings = vec![finding];
    let problems = apply(&suppressions::read(&text).unwrap().drift, &mut findings);
    (problems, !findings.is_empty())
}

const ID: &str = "id: length-changed POST /orders body.order_uid";

#[test]
fn an_entry_accepts_one_pair_of_values() {
    assert_eq!(applied(&format!("{ID}, ours: '40', theirs: '10'")), (vec![], false));
    assert_eq!(applied("id: length-changed POST *, ours: '40', theirs: '10'"), (vec![], false));
    for values in
        ["ours: '40', theirs: '123'", "ours: '8', theirs: '10'", "ours: '40'", "theirs: ''"]
    {
        let (problems, is_left) = applied(&format!("{ID}, {values}"));
        assert!(is_left && problems.len() == 1, "{values}: {problems:?}");
    }
}

#[test]
fn the_error_holds_an_entry_to_paste() {
    let (problems, _) = applied(&format!("{ID}, ours: '40', theirs: '123'"));
    let start = problems[0].find("  - id").unwrap();
    let pasted = format!("drift:\n{}    reason: r\n    evidence: e\n", &problems[0][start..]);
    let entry = suppressions::read(&pasted).unwrap().drift.remove(0);
    assert_eq!((entry.ours.as_deref(), entry.theirs.as_deref()), (Some("40"), Some("10")));
    assert!(problems[0].contains("123"), "{}", problems[0]);
}

#[test]
fn a_stale_entry_is_an_error() {
    let (problems, is_left) =
        applied("id: length-changed POST /orders body.gone, ours: '1', theirs: '2'");
    assert!(is_left && problems[0].contains("matches no finding"), "{problems:?}");
}
