//! `--rules`

use portone_v1_generator::diff::RULES;
use serde_json::Value;

use super::repository::Repository;
use crate::xtask;

#[test]
fn every_rule_is_reported_with_its_reason_in_each_format() {
    for format in ["text", "markdown", "json"] {
        let run = xtask::run(&["diff", "--rules", "--format", format]).expect(0);
        for rule in RULES {
            assert!(run.out.contains(rule.id), "{format} lacks {}", rule.id);
        }
    }
}

#[test]
fn the_table_for_programs_is_complete() {
    let run = Repository::new().diff(&["--rules", "--format", "json"]).expect(0);
    let table: Value = serde_json::from_str(&run.out).expect("JSON");
    let rules = table["rules"].as_array().expect("a list");
    assert_eq!(rules.len(), RULES.len());
    for (rule, rule_json) in RULES.iter().zip(rules) {
        assert_eq!(rule_json["id"], rule.id);
        assert_eq!(rule_json["why"], rule.why);
        assert_eq!(rule_json["level"], rule.level().word());
    }
}

#[test]
fn rules_compare_nothing() {
    xtask::run(&["diff", "main", "--rules"]).expect(2);
}
