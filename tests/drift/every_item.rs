//! `--fix` at every operation, parameter and field of the real schema: the difference that is asked for
//! is made, and no other.
//!
//! One item of 24 is changed, all of them at once. `DRIFT_FIX_EVERY=1` changes all, and `DRIFT_FIX_GROUPS=1000`
//! each by itself.

mod changes;
mod real_schema;

use portone_v1_generator::upstream::Facts;
use portone_v1_tests::drift_fixture::DATE;
use real_schema::{Item, REAL_SCHEMA};

/// Parts of the reasons for which findings may be left to a person: a broken reference, for example.
type Reasons = &'static [&'static str];

fn check(change: impl Fn(&mut Facts, &Item) -> bool, reasons: Reasons) {
    check_with(&change, |_, _| {}, reasons);
}

/// `then` turns the facts of upstream into those of the schema after the fix.
fn check_with(
    change: impl Fn(&mut Facts, &Item) -> bool,
    then: impl Fn(&mut Facts, &Item),
    reasons: Reasons,
) {
    let schema = &*REAL_SCHEMA;
    let (mut changed, mut left) = (0, Vec::new());
    for group in schema.groups() {
        let mut theirs = schema.upstream();
        let items: Vec<&Item> =
            group.into_iter().filter(|item| change(&mut theirs, item)).collect();
        changed += items.len();
        left.extend(schema.assert_fixed(&theirs, &items, &change, &then));
    }
    println!("{changed} changes, {} left: {left:#?}", left.len());
    assert!(changed * schema.every > 50, "{changed}");
    left.retain(|left| !reasons.iter().any(|reason| left.contains(reason)));
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn hidden_fields() {
    let date = |facts: &mut Facts, item: &Item| changes::hide(facts, item, DATE);
    check_with(changes::remove, date, &[]);
}

#[test]
fn hidden_operations() {
    let date = |facts: &mut Facts, item: &Item| changes::hide_operation(facts, item, DATE);
    check_with(changes::remove_operation, date, &[]);
}

#[test]
fn required_and_optional_fields() {
    check(changes::require, &["E021", "E031", "E034"]);
}

#[test]
fn lengths() {
    check(changes::length, &[]);
}

#[test]
fn renamed_fields() {
    check(changes::rename, &["E034", "E035", "E036", "not one of the schema language"]);
}

#[test]
fn moved_operations() {
    check(changes::move_operation, &[]);
}

/// A read that proves the absence of a record takes the key by the record's own name.
#[test]
fn renamed_path_variables() {
    check(changes::rename_variables, &["E034"]);
}

#[test]
fn other_types() {
    check(changes::retype, &["it changes the type of a public item"]);
}

#[test]
fn gateway_rules() {
    check(changes::rule, &["the rule has a sentence of its own"]);
}

#[test]
fn gateway_lists() {
    check(changes::list, &["E021"]);
}

#[test]
fn new_fields() {
    check(changes::insert, &[]);
}
