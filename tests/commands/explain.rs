//! `cargo xtask explain`

use portone_v1_generator::diagnostics::codes;
use portone_v1_generator::diff::RULES;

use crate::xtask;

#[test]
fn a_code_is_explained_with_its_title() {
    let run = xtask::run(&["explain", "E012"]).expect(0);
    assert!(run.out.starts_with("E012: unknown gateway\n\n"), "{}", run.out);
    assert!(run.out.contains("```yaml"), "{}", run.out);
}

#[test]
fn case_does_not_matter() {
    let upper = xtask::run(&["explain", "E012"]).expect(0);
    assert_eq!(xtask::run(&["explain", "e012"]).expect(0).out, upper.out);
}

#[test]
fn an_unknown_code_suggests_the_nearest_one() {
    let run = xtask::run(&["explain", "E0012"]).expect(2);
    assert_eq!(run.out, "");
    assert!(run.err.contains("unknown code or rule `E0012`"), "{}", run.err);
    assert!(run.err.contains("did you mean"), "{}", run.err);
    assert!(run.err.contains("lists all of them"), "{}", run.err);
}

#[test]
fn without_a_code_all_are_listed() {
    let run = xtask::run(&["explain"]).expect(0);
    let listed: Vec<_> = run.out.lines().filter_map(|line| line.split(' ').next()).collect();
    let known = codes::ALL.iter().map(|code| code.id);
    let known: Vec<_> = known.chain([""]).chain(RULES.iter().map(|rule| rule.id)).collect();
    assert_eq!(listed, known);
}

#[test]
fn every_rule_is_explained_with_its_verdicts() {
    let run = xtask::run(&["explain", "request-parameter-now-required"]).expect(0);
    let head = "request-parameter-now-required: an optional parameter is now required\n\n";
    assert!(run.out.starts_with(head), "{}", run.out);
    for part in ["direction  request", "wire       major", "Rust       major", "Example: "] {
        assert!(run.out.contains(part), "{}", run.out);
    }
    for rule in RULES {
        let text = rule.explanation();
        assert!(text.contains(rule.why) && text.contains(rule.example), "{text}");
    }
}

#[test]
fn an_unknown_rule_suggests_the_nearest_one() {
    let run = xtask::run(&["explain", "section-remove"]).expect(2);
    assert!(run.err.contains("(did you mean `section-removed`?)"), "{}", run.err);
}
