//! The table of rules.

use std::collections::BTreeSet;

use portone_v1_generator::diff::{Direction, Level, RULES, rules};

#[test]
fn ids_are_kebab_case_and_unique() {
    let mut seen = BTreeSet::new();
    for rule in RULES {
        let words = rule.id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
        assert!(words && !rule.id.is_empty(), "{}", rule.id);
        assert!(seen.insert(rule.id), "{} stands twice", rule.id);
        assert_eq!(rules::find(&rule.id.to_uppercase()), Some(*rule));
    }
}

#[test]
fn every_rule_has_texts_and_a_version_level() {
    for rule in RULES {
        assert_ne!(rule.level(), Level::None, "{}", rule.id);
        assert!(rule.why.ends_with('.') && !rule.why.contains(". "), "{}: one sentence", rule.id);
        for text in [rule.what, rule.example, rule.migration] {
            assert!(!text.is_empty(), "{}", rule.id);
        }
    }
}

#[test]
fn ids_tell_the_direction() {
    for rule in RULES {
        let prefix = match rule.direction {
            Direction::Request => !rule.id.starts_with("response-"),
            Direction::Response => !rule.id.starts_with("request-"),
            Direction::Both | Direction::Crate => true,
        };
        assert!(prefix, "{}", rule.id);
    }
}
